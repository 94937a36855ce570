#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace patina::test {

/// Bytes of a number, little endian.
template <typename Number>
std::string raw(Number number)
{
    std::string bytes(sizeof number, '\0');
    std::memcpy(bytes.data(), &number, sizeof number);
    return bytes;
}

template <typename Number>
std::string rawAll(const std::vector<Number> &numbers)
{
    std::string bytes;
    for (const Number number : numbers)
        bytes += raw(number);
    return bytes;
}

// The operations of the pickle language that PyTorch writes, each as its bytes.
inline std::string pkText(std::string_view text)
{
    return "X" + raw(static_cast<std::uint32_t>(text.size())) + std::string(text);
}
inline std::string pkInt(std::int32_t number)
{
    return "J" + raw(number);
}
inline std::string pkGlobal(std::string_view module, std::string_view name)
{
    return "c" + std::string(module) + "\n" + std::string(name) + "\n";
}
inline std::string pkTuple(const std::string &items)
{
    return "(" + items + "t";
}
inline std::string pkCall(const std::string &function, const std::string &arguments)
{
    return function + pkTuple(arguments) + "R";
}
inline std::string pkInts(const std::vector<std::int64_t> &numbers)
{
    std::string items;
    for (const std::int64_t number : numbers)
        items += "\x8a\x08" + raw(number); // LONG1
    return pkTuple(items);
}
inline std::string pkDict(const std::string &keysAndValues)
{
    return "}(" + keysAndValues + "u";
}
inline std::string pkOrderedDict(const std::string &keysAndValues)
{
    return pkGlobal("collections", "OrderedDict") + ")R(" + keysAndValues + "u";
}
inline std::string pkWhole(const std::string &operations)
{
    return "\x80\x02" + operations + ".";
}

/// A tensor of a test file: `data` is its whole storage, strides are in elements.
struct FileTensor
{
    std::string name;
    std::string storageClass = "FloatStorage";
    std::string key = "0";
    std::string data;
    std::int64_t elements = 0;
    std::vector<std::int64_t> shape;
    std::vector<std::int64_t> strides;
    std::int64_t offset = 0;
};

inline std::string pkStorage(const FileTensor &tensor, const std::string &view)
{
    return pkTuple(pkText("storage") + pkGlobal("torch", tensor.storageClass) + pkText(tensor.key) + pkText("cpu") +
                   "\x8a\x08" + raw(tensor.elements) + view) +
           "Q";
}

/// \param view "N" in the old format (its sixth part), nothing in the zip format
inline std::string pkTensor(const FileTensor &tensor, const std::string &view)
{
    return pkCall(pkGlobal("torch._utils", "_rebuild_tensor_v2"),
                  pkStorage(tensor, view) + "\x8a\x08" + raw(tensor.offset) + pkInts(tensor.shape) +
                      pkInts(tensor.strides) + "\x89" + pkOrderedDict(""));
}

/// The state dictionary with the `_metadata` that PyTorch hangs on it.
inline std::string pkStateDict(const std::vector<FileTensor> &tensors, const std::string &view)
{
    std::string items;
    for (const FileTensor &tensor : tensors)
        items += pkText(tensor.name) + pkTensor(tensor, view);
    const std::string metadata = pkOrderedDict(pkText("") + pkDict(pkText("version") + "K\x01"));
    return pkOrderedDict(items) + pkDict(pkText("_metadata") + metadata) + "b";
}

inline std::string oldPreamble()
{
    return pkWhole(std::string("\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19", 12)) +
           pkWhole("M" + raw(std::uint16_t{1001})) +
           pkWhole(
               pkDict(pkText("protocol_version") + "M" + raw(std::uint16_t{1001}) + pkText("little_endian") + "\x88"));
}

/// The old format around any root; storages are listed once per key, in the tensors' order.
inline std::string oldFormat(const std::string &root, const std::vector<FileTensor> &tensors)
{
    std::string keys;
    std::string data;
    std::vector<std::string> seen;
    for (const FileTensor &tensor : tensors) {
        bool known = false;
        for (const auto &key : seen)
            known = known || key == tensor.key;
        if (known)
            continue;
        seen.push_back(tensor.key);
        keys += pkText(tensor.key);
        data += raw(tensor.elements) + tensor.data;
    }
    return oldPreamble() + pkWhole(root) + pkWhole("](" + keys + "e") + data;
}

inline std::string oldFormat(const std::vector<FileTensor> &tensors)
{
    return oldFormat(pkStateDict(tensors, "N"), tensors);
}

/// A contiguous float tensor with a storage of its own.
inline FileTensor floatTensor(const std::string &name, const std::string &key, const std::vector<std::int64_t> &shape,
                              const std::vector<float> &values)
{
    FileTensor tensor{name, "FloatStorage", key, rawAll(values), static_cast<std::int64_t>(values.size()), shape, {},
                      0};
    tensor.strides.assign(shape.size(), 1);
    for (std::size_t i = shape.size(); i-- > 1;)
        tensor.strides[i - 1] = tensor.strides[i] * shape[i];
    return tensor;
}

} // namespace patina::test
