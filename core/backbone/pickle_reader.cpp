#include "core/backbone/pickle_reader.h"

#include "core/backbone/state_dict.h"
#include "core/backbone/zip_container.h"
#include "core/base/printable.h"

#include <fmt/format.h>

#include <algorithm>
#include <new>
#include <optional>

namespace patina {

using Kind = PickleValue::Kind;
using Id = PickleValue::Id;

namespace {

/// 0x1950a86a20f9469cfc6c, little endian, and the version behind it: serialization.py, MAGIC_NUMBER.
constexpr std::string_view magic("\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19", 10);
constexpr std::int64_t formatVersion = 1001;
/// A tensor may share its storage with others (tied weights), but a file does not unfold without end.
constexpr std::int64_t maxSharing = 4;

std::int64_t tensorBudget(std::size_t fileBytes, const WeightFileLimits &limits)
{
    return std::min(limits.maxTensorBytes, static_cast<std::int64_t>(fileBytes) * maxSharing);
}

/// Magic number, format version and byte order of the old format.
Result<void> checkPreamble(PickleMachine &machine)
{
    const auto number = machine.run();
    if (!number)
        return tl::unexpected(number.error());
    if (machine.value(*number).kind != Kind::Integer || machine.value(*number).text != magic)
        return fail(ErrorCode::BadFormat, "no PyTorch file: its magic number is missing");
    const auto version = machine.run();
    if (!version)
        return tl::unexpected(version.error());
    if (machine.value(*version).kind != Kind::Integer || machine.value(*version).integer != formatVersion)
        return fail(ErrorCode::VersionMismatch,
                    fmt::format("format version {}, {} is read", machine.value(*version).integer, formatVersion));
    const auto system = machine.run();
    if (!system)
        return tl::unexpected(system.error());
    const auto &facts = machine.value(*system);
    for (std::size_t i = 0; facts.kind == Kind::Dictionary && i + 1 < facts.items.size(); i += 2)
        if (machine.value(facts.items[i]).text == "little_endian" && machine.value(facts.items[i + 1]).integer != 1)
            return fail(ErrorCode::Unsupported, "the file was written on a big-endian machine");
    return {};
}

/// Type of each storage that the pickle speaks of; two types for one key are an error.
Result<std::map<std::string, StorageType>> storageTypes(const PickleMachine &machine)
{
    std::map<std::string, StorageType> types;
    for (const auto &value : machine.values())
        if (value.kind == Kind::Storage && types.emplace(value.text, value.type).first->second != value.type)
            return fail(ErrorCode::BadFormat, fmt::format("storage {} has two types", printable(value.text)));
    return types;
}

/// Behind the pickles of the old format: per key 8 bytes of element count and the elements.
Result<std::map<std::string, std::span<const std::uint8_t>>> readStorages(const PickleMachine &machine, Id keys,
                                                                          std::span<const std::uint8_t> bytes)
{
    const auto types = storageTypes(machine);
    if (!types)
        return tl::unexpected(types.error());
    if (machine.value(keys).kind != Kind::List)
        return fail(ErrorCode::BadFormat, "the list of storages is missing");
    std::map<std::string, std::span<const std::uint8_t>> storages;
    ByteReader reader(bytes, machine.position());
    for (const Id id : machine.value(keys).items) {
        const std::string &key = machine.value(id).text;
        const auto type = types->find(key);
        if (machine.value(id).kind != Kind::Text || type == types->end() || storages.contains(key))
            return fail(ErrorCode::BadFormat, fmt::format("storage {} is listed but not used once", printable(key)));
        const auto count = reader.number<std::uint64_t>();
        const std::size_t size = storageTypeBytes(type->second);
        const auto data = count && *count <= reader.left() / size ? reader.take(*count * size) : std::nullopt;
        if (!data)
            return fail(ErrorCode::BadFormat, fmt::format("byte {}: storage {} goes beyond the file: truncated",
                                                          reader.position(), printable(key)));
        storages.emplace(key, *data);
    }
    if (reader.left() != 0)
        return fail(ErrorCode::BadFormat, fmt::format("{} bytes lie behind the last storage", reader.left()));
    return storages;
}

Result<TensorArchive> readOldFormat(std::span<const std::uint8_t> bytes, const WeightFileLimits &limits,
                                    const JobContext &context)
{
    PickleMachine machine(bytes, limits.pickle);
    if (auto checked = checkPreamble(machine); !checked)
        return failFrom(std::move(checked));
    const auto root = machine.run();
    if (!root)
        return tl::unexpected(root.error());
    const auto keys = machine.run();
    if (!keys)
        return tl::unexpected(keys.error());
    const auto storages = readStorages(machine, *keys, bytes);
    if (!storages)
        return tl::unexpected(storages.error());
    const auto dictionary = findStateDict(machine, *root);
    if (!dictionary)
        return tl::unexpected(dictionary.error());
    const auto source = [&](const std::string &key) -> Result<std::span<const std::uint8_t>> {
        const auto found = storages->find(key);
        if (found == storages->end())
            return fail(ErrorCode::BadFormat, fmt::format("storage {} is missing", printable(key)));
        return found->second;
    };
    return copyTensors(machine, *dictionary, source, tensorBudget(bytes.size(), limits), context);
}

/// The folder of the container that holds data.pkl, with its slash; nothing if there is not exactly one.
std::optional<std::string> zipPrefix(const ZipContainer &zip)
{
    constexpr std::string_view wanted = "data.pkl";
    std::optional<std::string> prefix;
    for (const auto &name : zip.names()) {
        const bool inside = name == wanted || (name.ends_with("/data.pkl") && std::ranges::count(name, '/') == 1);
        if (inside && prefix)
            return std::nullopt;
        if (inside)
            prefix = name.substr(0, name.size() - wanted.size());
    }
    return prefix;
}

Result<void> checkZip(const ZipContainer &zip, const std::string &prefix)
{
    if (zip.contains(prefix + "constants.pkl"))
        return fail(ErrorCode::Unsupported, "a TorchScript module, which carries code: import it with the architecture "
                                            "torchscript, if you trust it");
    if (!zip.contains(prefix + "byteorder"))
        return {};
    const auto order = zip.read(prefix + "byteorder", 64);
    if (!order)
        return tl::unexpected(order.error());
    if (!std::ranges::equal(*order, std::string_view("little")))
        return fail(ErrorCode::Unsupported, "the file was written on a big-endian machine");
    return {};
}

Result<TensorArchive> readZipFormat(std::span<const std::uint8_t> bytes, const WeightFileLimits &limits,
                                    const JobContext &context)
{
    constexpr std::int64_t maxPickleBytes = 64 << 20;
    const auto zip = ZipContainer::open(bytes);
    if (!zip)
        return tl::unexpected(zip.error());
    const auto prefix = zipPrefix(*zip);
    if (!prefix)
        return fail(ErrorCode::BadFormat, "a zip file, but no PyTorch one: it has not exactly one data.pkl");
    if (auto checked = checkZip(*zip, *prefix); !checked)
        return failFrom(std::move(checked));
    const auto pickle = zip->read(*prefix + "data.pkl", maxPickleBytes);
    if (!pickle)
        return tl::unexpected(pickle.error());
    PickleMachine machine(*pickle, limits.pickle);
    const auto root = machine.run();
    if (!root)
        return fail(root.error().code, fmt::format("data.pkl, {}", root.error().detail));
    const auto dictionary = findStateDict(machine, *root);
    if (!dictionary)
        return tl::unexpected(dictionary.error());
    std::vector<std::uint8_t> current;
    const auto source = [&](const std::string &key) -> Result<std::span<const std::uint8_t>> {
        auto read = zip->read(*prefix + "data/" + key, limits.maxFileBytes);
        if (!read)
            return failFrom(std::move(read));
        current = std::move(*read);
        return std::span<const std::uint8_t>(current);
    };
    return copyTensors(machine, *dictionary, source, tensorBudget(bytes.size(), limits), context);
}

} // namespace

Result<TensorArchive> readStateDict(std::span<const std::uint8_t> bytes, const WeightFileLimits &limits,
                                    const JobContext &context)
{
    if (static_cast<std::int64_t>(bytes.size()) > limits.maxFileBytes)
        return fail(ErrorCode::TooLarge, fmt::format("{} bytes, {} allowed", bytes.size(), limits.maxFileBytes));
    try {
        return ZipContainer::looksLikeZip(bytes) ? readZipFormat(bytes, limits, context)
                                                 : readOldFormat(bytes, limits, context);
    } catch (const std::bad_alloc &) {
        return fail(ErrorCode::OutOfMemory, "no memory for the tensors of the file");
    }
}

} // namespace patina
