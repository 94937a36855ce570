#pragma once

#include "core/backbone/byte_reader.h"
#include "core/base/result.h"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace patina {

/// What a pickle from a stranger may cost.
struct PickleLimits
{
    std::int64_t maxOperations = 20'000'000;
    std::size_t maxValues = 1'000'000; ///< values made, stack entries, memo entries: each of them
    std::size_t maxMarks = 100;        ///< nesting of open lists, tuples and dictionaries
};

/// Number types of PyTorch's storages.
enum class StorageType { Float, Half, Double, BFloat16, Long, Int, Byte, Bool };

std::size_t storageTypeBytes(StorageType type);

/// Where a tensor lies in its storage. Shape and strides (in elements) have the same length; nothing else is checked.
struct TensorView
{
    std::int64_t offset = 0;
    std::vector<std::int64_t> shape;
    std::vector<std::int64_t> strides;
};

/// A value of a pickle. Values live in one arena and name each other by index: cycles do no harm, nothing is freed by
/// recursion.
struct PickleValue
{
    enum class Kind { None, Bool, Integer, Real, Text, Tuple, List, Dictionary, Function, Storage, Tensor };
    using Id = std::uint32_t;

    Kind kind = Kind::None;
    StorageType type = StorageType::Float; ///< Storage, and a Function that names a storage class
    std::int64_t integer = 0;              ///< Bool, Integer; elements of a Storage; index of a Tensor's view
    std::string text;      ///< Text, name of a Function, key of a Storage, bytes of an Integer over 64 bits
    std::vector<Id> items; ///< Tuple, List; key, value, key, value of a Dictionary; the Storage of a Tensor
};

/// Runs pickles without running code: the only functions are those that make ordered dictionaries, tensors and
/// parameters; any other is refused by its name, as is any other operation. Protocol 2 as PyTorch writes it, and the
/// binary operations of the later ones. Formats: Python's pickletools.py; PyTorch's _utils.py and serialization.py.
class PickleMachine
{
public:
    using Id = PickleValue::Id;

    explicit PickleMachine(std::span<const std::uint8_t> bytes, const PickleLimits &limits = {});

    /// Runs one pickle from the current position to its STOP. Values of earlier pickles stay.
    /// Errors: BadFormat, Unsupported (a function or operation, by name), TooLarge; each with the byte where.
    Result<Id> run();

    const PickleValue &value(Id id) const { return m_values[id]; }
    const TensorView &view(const PickleValue &tensor) const
    {
        return m_views[static_cast<std::size_t>(tensor.integer)];
    }
    const std::vector<PickleValue> &values() const { return m_values; }
    std::size_t position() const { return m_reader.position(); }

private:
    friend class PickleOperations;

    Result<void> step(std::uint8_t code);
    Result<void> push(PickleValue &&value);
    Result<void> pushId(Id id);
    Result<Id> pop();
    Result<std::vector<Id>> popToMark();
    Result<void> remember(std::uint32_t key);
    Result<void> recall(std::uint32_t key);
    Result<void> addPairs(std::span<const Id> keysAndValues);
    Result<void> addItems(std::span<const Id> items);

    // pickle_calls.cpp: what stands for PyTorch's functions. Arguments lie in the arena: pushing comes last.
    Result<void> pushFunction(std::string_view module, std::string_view name);
    Result<void> pushStorage(const PickleValue &identity);
    Result<void> call(const PickleValue &function, const PickleValue &arguments);
    Result<void> makeDictionary(const PickleValue &arguments);
    Result<void> makeTensor(const PickleValue &arguments);
    Result<void> makeParameter(const PickleValue &arguments);
    Result<std::vector<std::int64_t>> integersOf(Id tuple) const;
    bool isKind(Id id, PickleValue::Kind kind) const { return m_values[id].kind == kind; }

    ByteReader m_reader;
    PickleLimits m_limits;
    std::int64_t m_operations = 0;
    std::vector<PickleValue> m_values;
    std::vector<TensorView> m_views;
    std::vector<Id> m_stack;
    std::vector<std::size_t> m_marks;
    std::map<std::uint32_t, Id> m_memo; ///< ordered: keys chosen by a stranger would all fall into one bucket of a hash
};

} // namespace patina
