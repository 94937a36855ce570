#include "core/backbone/state_dict.h"

#include "core/base/number_conversion.h"
#include "core/base/printable.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <vector>

namespace patina {

using Kind = PickleValue::Kind;
using Id = PickleValue::Id;

namespace {

/// Where checkpoints keep their state dictionary, the usual places first.
constexpr std::array<std::string_view, 6> wrappers{"state_dict", "model_state_dict", "model", "model_state", "net",
                                                   "ema"};
constexpr int maxWrapping = 4;

bool holdsTensors(const PickleMachine &machine, const PickleValue &dictionary)
{
    for (std::size_t i = 1; i < dictionary.items.size(); i += 2)
        if (machine.value(dictionary.items[i]).kind == Kind::Tensor)
            return true;
    return false;
}

/// The value under a text key, nothing if there is none.
const PickleValue *valueUnder(const PickleMachine &machine, const PickleValue &dictionary, std::string_view key)
{
    for (std::size_t i = 0; i + 1 < dictionary.items.size(); i += 2) {
        const PickleValue &name = machine.value(dictionary.items[i]);
        if (name.kind == Kind::Text && name.text == key)
            return &machine.value(dictionary.items[i + 1]);
    }
    return nullptr;
}

std::string keysOf(const PickleMachine &machine, const PickleValue &dictionary)
{
    std::string keys;
    for (std::size_t i = 0; i < dictionary.items.size() && i < 16; i += 2)
        keys += fmt::format("{}\"{}\"", keys.empty() ? "" : ", ", printable(machine.value(dictionary.items[i]).text));
    return keys;
}

Result<const PickleValue *> unwrapped(const PickleMachine &machine, Id root)
{
    const PickleValue *current = &machine.value(root);
    for (int depth = 0; depth < maxWrapping && current->kind == Kind::Dictionary; ++depth) {
        if (holdsTensors(machine, *current))
            return current;
        const PickleValue *inner = nullptr;
        for (const auto key : wrappers)
            if (inner == nullptr)
                inner = valueUnder(machine, *current, key);
        if (inner == nullptr)
            return fail(ErrorCode::BadFormat,
                        fmt::format("the file holds no state dictionary; its keys are {}", keysOf(machine, *current)));
        current = inner;
    }
    return fail(ErrorCode::BadFormat, "the file holds no dictionary of tensors; save model.state_dict()");
}

void stripCommonPrefix(StateDict &dictionary, std::string_view prefix)
{
    if (!std::ranges::all_of(dictionary, [&](const auto &entry) { return entry.first.starts_with(prefix); }))
        return;
    StateDict stripped;
    for (const auto &[name, id] : dictionary)
        stripped.emplace(name.substr(prefix.size()), id);
    dictionary = std::move(stripped);
}

/// A tensor's type in memory; bool is kept as bytes of 0 and 1.
TensorType typeInMemory(StorageType type)
{
    switch (type) {
    case StorageType::Long:
        return TensorType::Int64;
    case StorageType::Int:
        return TensorType::Int32;
    case StorageType::Byte:
    case StorageType::Bool:
        return TensorType::UInt8;
    default:
        return TensorType::Float32;
    }
}

float floatAt(const std::uint8_t *bytes, StorageType type)
{
    if (type == StorageType::Double) {
        double wide = 0;
        std::memcpy(&wide, bytes, sizeof wide);
        return static_cast<float>(wide);
    }
    std::uint16_t narrow = 0;
    std::memcpy(&narrow, bytes, sizeof narrow);
    return type == StorageType::Half ? floatFromHalf(narrow) : floatFromBfloat16(narrow);
}

/// Elements of the view, if all of them lie in a storage of `available` elements and none is read twice by a shape
/// larger than the storage; nothing otherwise.
std::optional<std::int64_t> countWithin(const TensorView &view, std::int64_t available)
{
    const auto count = shapeCount(view.shape);
    if (!count || view.offset < 0 || view.offset > available)
        return std::nullopt;
    if (*count == 0)
        return 0;
    std::int64_t last = view.offset;
    for (std::size_t i = 0; i < view.shape.size(); ++i) {
        std::int64_t reach = 0;
        if (view.strides[i] < 0 || __builtin_mul_overflow(view.shape[i] - 1, view.strides[i], &reach) ||
            __builtin_add_overflow(last, reach, &last))
            return std::nullopt;
    }
    return last < available && *count <= available ? count : std::nullopt;
}

/// Visits the storage positions of a view in row-major order.
template <typename Visitor>
void forEachElement(const TensorView &view, std::int64_t count, const Visitor &visit)
{
    std::vector<std::int64_t> index(view.shape.size(), 0);
    // Unsigned: the stride of an axis of one element may be anything, and is added and taken off again.
    auto position = static_cast<std::uint64_t>(view.offset);
    for (std::int64_t i = 0; i < count; ++i) {
        visit(i, position);
        for (std::size_t axis = index.size(); axis-- > 0;) {
            position += static_cast<std::uint64_t>(view.strides[axis]);
            if (++index[axis] < view.shape[axis])
                break;
            position -= static_cast<std::uint64_t>(view.shape[axis]) * static_cast<std::uint64_t>(view.strides[axis]);
            index[axis] = 0;
        }
    }
}

StoredTensor copyTensor(const TensorView &view, StorageType type, std::int64_t count,
                        std::span<const std::uint8_t> storage)
{
    const TensorType kept = typeInMemory(type);
    const std::size_t from = storageTypeBytes(type);
    const std::size_t to = tensorTypeBytes(kept);
    StoredTensor tensor{kept, view.shape, std::vector<std::uint8_t>(static_cast<std::size_t>(count) * to)};
    const bool converts = kept == TensorType::Float32 && type != StorageType::Float;
    forEachElement(view, count, [&](std::int64_t i, std::uint64_t position) {
        const std::uint8_t *source = storage.data() + position * from;
        std::uint8_t *target = tensor.bytes.data() + static_cast<std::size_t>(i) * to;
        if (converts) {
            const float value = floatAt(source, type);
            std::memcpy(target, &value, sizeof value);
        } else {
            std::memcpy(target, source, to);
        }
    });
    return tensor;
}

} // namespace

Result<StateDict> findStateDict(const PickleMachine &machine, Id root)
{
    const auto dictionary = unwrapped(machine, root);
    if (!dictionary)
        return tl::unexpected(dictionary.error());
    StateDict found;
    const auto &items = (*dictionary)->items;
    for (std::size_t i = 0; i + 1 < items.size(); i += 2) {
        const PickleValue &name = machine.value(items[i]);
        if (machine.value(items[i + 1]).kind != Kind::Tensor || name.text.ends_with("num_batches_tracked"))
            continue;
        if (name.kind != Kind::Text || name.text.empty() || name.text.size() > 512)
            return fail(ErrorCode::BadFormat, "a tensor is not under a name");
        if (!found.emplace(name.text, items[i + 1]).second)
            return fail(ErrorCode::BadFormat, fmt::format("tensor \"{}\" comes twice", printable(name.text)));
    }
    stripCommonPrefix(found, "module.");
    return found;
}

Result<TensorArchive> copyTensors(const PickleMachine &machine, const StateDict &dictionary,
                                  const StorageSource &source, std::int64_t maxBytes, const JobContext &context)
{
    std::map<std::string, std::vector<std::pair<std::string, Id>>> byStorage;
    for (const auto &[name, id] : dictionary)
        byStorage[machine.value(machine.value(id).items[0]).text].emplace_back(name, id);
    TensorArchive archive;
    std::int64_t total = 0;
    for (const auto &[key, tensors] : byStorage) {
        const auto storage = source(key);
        if (!storage)
            return fail(storage.error().code,
                        fmt::format("tensor \"{}\": {}", printable(tensors.front().first), storage.error().detail));
        for (const auto &[name, id] : tensors) {
            if (context.cancelled())
                return cancelledError();
            const PickleValue &tensor = machine.value(id);
            const TensorView &view = machine.view(tensor);
            const auto available = static_cast<std::int64_t>(storage->size() / storageTypeBytes(tensor.type));
            if (available != machine.value(tensor.items[0]).integer)
                return fail(ErrorCode::BadFormat,
                            fmt::format("tensor \"{}\": its storage was announced with {} elements and has {}",
                                        printable(name), machine.value(tensor.items[0]).integer, available));
            const auto count = countWithin(view, available);
            if (!count)
                return fail(ErrorCode::BadFormat,
                            fmt::format("tensor \"{}\" of shape {} leaves its storage of {} elements", printable(name),
                                        shapeText(view.shape), available));
            total += *count * static_cast<std::int64_t>(tensorTypeBytes(typeInMemory(tensor.type)));
            if (total > maxBytes)
                return fail(ErrorCode::TooLarge, fmt::format("tensors of over {} bytes: refused", maxBytes));
            archive.tensors.emplace(name, copyTensor(view, tensor.type, *count, *storage));
        }
    }
    return archive;
}

} // namespace patina
