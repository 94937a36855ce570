#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string_view>

namespace patina {

class PickleMachine;

/// One operation of the pickle language.
struct PickleOperation
{
    std::string_view name;                          ///< as in Python's pickletools.py; empty: no such operation
    Result<void> (*run)(PickleMachine &) = nullptr; ///< null: known, and refused
};

const PickleOperation &pickleOperation(std::uint8_t code);

} // namespace patina
