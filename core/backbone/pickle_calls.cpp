#include "core/backbone/pickle_machine.h"
#include "core/base/printable.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace patina {

using Kind = PickleValue::Kind;
using Id = PickleValue::Id;

namespace {

constexpr std::size_t maxDimensions = 16;
constexpr std::size_t longestName = 512; ///< of functions and storage keys, which are copied

struct StorageClass
{
    std::string_view name;
    StorageType type;
    std::size_t bytes;
};

constexpr std::array<StorageClass, 8> storageClasses{{{"FloatStorage", StorageType::Float, 4},
                                                      {"HalfStorage", StorageType::Half, 2},
                                                      {"DoubleStorage", StorageType::Double, 8},
                                                      {"BFloat16Storage", StorageType::BFloat16, 2},
                                                      {"LongStorage", StorageType::Long, 8},
                                                      {"IntStorage", StorageType::Int, 4},
                                                      {"ByteStorage", StorageType::Byte, 1},
                                                      {"BoolStorage", StorageType::Bool, 1}}};

constexpr std::string_view orderedDictionary = "collections.OrderedDict";
constexpr std::string_view rebuildTensorV1 = "torch._utils._rebuild_tensor";
constexpr std::string_view rebuildTensor = "torch._utils._rebuild_tensor_v2";
constexpr std::string_view rebuildParameter = "torch._utils._rebuild_parameter";

} // namespace

std::size_t storageTypeBytes(StorageType type)
{
    return std::ranges::find(storageClasses, type, &StorageClass::type)->bytes;
}

Result<void> PickleMachine::pushFunction(std::string_view module, std::string_view name)
{
    if (module.size() > longestName || name.size() > longestName)
        return fail(ErrorCode::TooLarge, fmt::format("a function's name of over {} characters", longestName));
    PickleValue function{.kind = Kind::Function, .text = fmt::format("{}.{}", module, name), .items = {}};
    if (module == "torch" || module == "torch.cuda") {
        const auto found = std::ranges::find(storageClasses, name, &StorageClass::name);
        if (found != storageClasses.end()) {
            function.type = found->type;
            return push(std::move(function));
        }
    }
    for (const auto allowed : {orderedDictionary, rebuildTensorV1, rebuildTensor, rebuildParameter})
        if (function.text == allowed)
            return push(std::move(function));
    return fail(ErrorCode::Unsupported,
                fmt::format("calls {}: refused; only state dictionaries of tensors are read, as saved by "
                            "torch.save(model.state_dict(), file)",
                            printable(function.text)));
}

/// ("storage", class, key, place, elements[, None])
Result<void> PickleMachine::pushStorage(const PickleValue &identity)
{
    const auto &parts = identity.items;
    if (identity.kind != Kind::Tuple || parts.size() < 5 || parts.size() > 6 || !isKind(parts[0], Kind::Text) ||
        m_values[parts[0]].text != "storage" || !isKind(parts[1], Kind::Function) ||
        !m_values[parts[1]].text.ends_with("Storage") || !isKind(parts[2], Kind::Text) ||
        m_values[parts[2]].text.size() > longestName || !isKind(parts[4], Kind::Integer) ||
        m_values[parts[4]].integer < 0)
        return fail(ErrorCode::BadFormat, "a tensor's storage is not described as PyTorch does");
    if (parts.size() == 6 && !isKind(parts[5], Kind::None))
        return fail(ErrorCode::Unsupported,
                    "a storage that is a view of another is not read; save the file with a newer PyTorch");
    return push({.kind = Kind::Storage,
                 .type = m_values[parts[1]].type,
                 .integer = m_values[parts[4]].integer,
                 .text = m_values[parts[2]].text,
                 .items = {}});
}

Result<void> PickleMachine::call(const PickleValue &function, const PickleValue &arguments)
{
    if (function.text == orderedDictionary)
        return makeDictionary(arguments);
    if (function.text == rebuildTensor || function.text == rebuildTensorV1)
        return makeTensor(arguments);
    if (function.text == rebuildParameter)
        return makeParameter(arguments);
    return fail(ErrorCode::Unsupported, fmt::format("calls {}: refused", printable(function.text)));
}

/// OrderedDict() or OrderedDict([[key, value], ...]) (Python 2).
Result<void> PickleMachine::makeDictionary(const PickleValue &arguments)
{
    PickleValue dictionary{.kind = Kind::Dictionary, .text = {}, .items = {}};
    if (arguments.items.size() > 1 || (arguments.items.size() == 1 && !isKind(arguments.items[0], Kind::List)))
        return fail(ErrorCode::BadFormat, "an OrderedDict is not made of a list of pairs");
    if (arguments.items.size() == 1) {
        // Copying one long list again and again is work, and is counted as work.
        m_operations += static_cast<std::int64_t>(m_values[arguments.items[0]].items.size());
        if (m_operations > m_limits.maxOperations)
            return fail(ErrorCode::TooLarge, fmt::format("more than {} operations", m_limits.maxOperations));
        for (const Id pair : m_values[arguments.items[0]].items) {
            const auto &items = m_values[pair].items;
            if ((!isKind(pair, Kind::Tuple) && !isKind(pair, Kind::List)) || items.size() != 2)
                return fail(ErrorCode::BadFormat, "an OrderedDict is not made of a list of pairs");
            dictionary.items.insert(dictionary.items.end(), items.begin(), items.end());
        }
    }
    return push(std::move(dictionary));
}

/// _rebuild_tensor_v2(storage, offset, shape, strides, requires_grad, hooks[, metadata])
Result<void> PickleMachine::makeTensor(const PickleValue &arguments)
{
    const auto &parts = arguments.items;
    if (parts.size() < 4 || !isKind(parts[0], Kind::Storage) || !isKind(parts[1], Kind::Integer))
        return fail(ErrorCode::BadFormat, "a tensor is not described as PyTorch does");
    auto shape = integersOf(parts[2]);
    auto strides = integersOf(parts[3]);
    const PickleValue &offset = m_values[parts[1]];
    if (!shape || !strides || shape->size() != strides->size() || !offset.text.empty())
        return fail(ErrorCode::BadFormat, "shape and strides of a tensor are not described as PyTorch does");
    m_views.push_back({offset.integer, std::move(*shape), std::move(*strides)});
    return push({.kind = Kind::Tensor,
                 .type = m_values[parts[0]].type,
                 .integer = static_cast<std::int64_t>(m_views.size() - 1),
                 .text = {},
                 .items = {parts[0]}});
}

/// _rebuild_parameter(tensor, requires_grad, hooks): the tensor itself.
Result<void> PickleMachine::makeParameter(const PickleValue &arguments)
{
    if (arguments.items.empty() || !isKind(arguments.items[0], Kind::Tensor))
        return fail(ErrorCode::BadFormat, "a parameter is not described as PyTorch does");
    return pushId(arguments.items[0]);
}

Result<std::vector<std::int64_t>> PickleMachine::integersOf(Id tuple) const
{
    if (!isKind(tuple, Kind::Tuple) || m_values[tuple].items.size() > maxDimensions)
        return fail(ErrorCode::BadFormat, "not a short tuple");
    std::vector<std::int64_t> numbers;
    for (const Id item : m_values[tuple].items) {
        if (!isKind(item, Kind::Integer) || !m_values[item].text.empty())
            return fail(ErrorCode::BadFormat, "not a number");
        numbers.push_back(m_values[item].integer);
    }
    return numbers;
}

} // namespace patina
