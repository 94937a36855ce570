#include "core/backbone/pickle_operations.h"

#include "core/backbone/pickle_machine.h"
#include "core/backbone/pickle_refused.h"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace patina {

using Kind = PickleValue::Kind;
using Id = PickleValue::Id;

namespace {

Result<void> truncated()
{
    return fail(ErrorCode::BadFormat, "the pickle ends in the middle of an operation");
}

} // namespace

/// The operations by their code. A friend of the machine, so that its table can name them.
class PickleOperations
{
public:
    using Machine = PickleMachine;
    using Entry = PickleOperation;

    static const Entry &entry(std::uint8_t code)
    {
        static const std::array<Entry, 256> table = makeTable();
        return table[code];
    }

private:
    static std::array<Entry, 256> makeTable();
    static void addRefused(std::array<Entry, 256> &table);

    static Result<void> protocol(Machine &m)
    {
        const auto version = m.m_reader.number<std::uint8_t>();
        if (!version)
            return truncated();
        if (*version < 2 || *version > 5)
            return fail(ErrorCode::Unsupported, fmt::format("pickle protocol {}; 2 to 5 are read", *version));
        return {};
    }
    static Result<void> frame(Machine &m) { return m.m_reader.take(8) ? Result<void>() : truncated(); }
    static Result<void> mark(Machine &m)
    {
        if (m.m_marks.size() >= m.m_limits.maxMarks)
            return fail(ErrorCode::TooLarge, fmt::format("nested more than {} deep", m.m_limits.maxMarks));
        m.m_marks.push_back(m.m_stack.size());
        return {};
    }
    static Result<void> popOne(Machine &m)
    {
        auto popped = m.pop();
        return popped ? Result<void>() : failFrom(std::move(popped));
    }
    static Result<void> popMark(Machine &m)
    {
        auto popped = m.popToMark();
        return popped ? Result<void>() : failFrom(std::move(popped));
    }
    static Result<void> duplicate(Machine &m)
    {
        auto top = m.pop();
        if (!top)
            return failFrom(std::move(top));
        return m.pushId(*top).and_then([&] { return m.pushId(*top); });
    }
    static Result<void> none(Machine &m) { return m.push({}); }
    template <int Value>
    static Result<void> boolean(Machine &m)
    {
        return m.push({.kind = Kind::Bool, .integer = Value, .text = {}, .items = {}});
    }
    template <typename Number>
    static Result<void> integer(Machine &m)
    {
        const auto number = m.m_reader.number<Number>();
        return number ? m.push({.kind = Kind::Integer, .integer = *number, .text = {}, .items = {}}) : truncated();
    }
    static Result<void> longInteger(Machine &m);
    static Result<void> real(Machine &m)
    {
        // No tensor depends on it: steps, rates and other remarks.
        return m.m_reader.take(8) ? m.push({.kind = Kind::Real, .text = {}, .items = {}}) : truncated();
    }
    template <typename Length>
    static Result<void> text(Machine &m)
    {
        const auto length = m.m_reader.number<Length>();
        const auto bytes = length && *length >= 0 ? m.m_reader.take(static_cast<std::uint64_t>(*length)) : std::nullopt;
        return bytes ? m.push({.kind = Kind::Text, .text = std::string(bytes->begin(), bytes->end()), .items = {}})
                     : truncated();
    }
    template <Kind Container>
    static Result<void> empty(Machine &m)
    {
        return m.push({.kind = Container, .text = {}, .items = {}});
    }
    template <int Count>
    static Result<void> tuple(Machine &m);
    static Result<void> markedTuple(Machine &m);
    static Result<void> append(Machine &m);
    static Result<void> appends(Machine &m);
    static Result<void> setItem(Machine &m);
    static Result<void> setItems(Machine &m);
    template <typename Key>
    static Result<void> put(Machine &m)
    {
        const auto key = m.m_reader.number<Key>();
        return key ? m.remember(*key) : truncated();
    }
    template <typename Key>
    static Result<void> get(Machine &m)
    {
        const auto key = m.m_reader.number<Key>();
        return key ? m.recall(*key) : truncated();
    }
    static Result<void> memoize(Machine &m) { return m.remember(static_cast<std::uint32_t>(m.m_memo.size())); }
    static Result<void> global(Machine &m);
    static Result<void> stackGlobal(Machine &m);
    static Result<void> reduce(Machine &m);
    static Result<void> build(Machine &m);
    static Result<void> persistent(Machine &m);
};

Result<void> PickleOperations::longInteger(Machine &m)
{
    const auto length = m.m_reader.number<std::uint8_t>();
    const auto bytes = length ? m.m_reader.take(*length) : std::nullopt;
    if (!bytes)
        return truncated();
    if (bytes->size() > 8)
        return m.push({.kind = Kind::Integer, .text = std::string(bytes->begin(), bytes->end()), .items = {}});
    std::uint64_t number = !bytes->empty() && (bytes->back() & 0x80U) != 0 ? ~std::uint64_t{0} : 0;
    for (std::size_t i = bytes->size(); i-- > 0;)
        number = (number << 8U) | (*bytes)[i];
    return m.push({.kind = Kind::Integer, .integer = static_cast<std::int64_t>(number), .text = {}, .items = {}});
}

template <int Count>
Result<void> PickleOperations::tuple(Machine &m)
{
    PickleValue value{.kind = Kind::Tuple, .text = {}, .items = std::vector<Id>(Count)};
    for (std::size_t i = Count; i-- > 0;) {
        auto item = m.pop();
        if (!item)
            return failFrom(std::move(item));
        value.items[i] = *item;
    }
    return m.push(std::move(value));
}

Result<void> PickleOperations::markedTuple(Machine &m)
{
    auto items = m.popToMark();
    return items ? m.push({.kind = Kind::Tuple, .text = {}, .items = std::move(*items)}) : failFrom(std::move(items));
}

Result<void> PickleOperations::append(Machine &m)
{
    auto item = m.pop();
    return item ? m.addItems(std::array{*item}) : failFrom(std::move(item));
}

Result<void> PickleOperations::appends(Machine &m)
{
    auto items = m.popToMark();
    return items ? m.addItems(*items) : failFrom(std::move(items));
}

Result<void> PickleOperations::setItem(Machine &m)
{
    auto value = m.pop();
    auto key = m.pop();
    return value && key ? m.addPairs(std::array{*key, *value}) : failFrom(std::move(key ? value : key));
}

Result<void> PickleOperations::setItems(Machine &m)
{
    auto items = m.popToMark();
    return items ? m.addPairs(*items) : failFrom(std::move(items));
}

Result<void> PickleOperations::global(Machine &m)
{
    constexpr std::size_t longestName = 512;
    const auto module = m.m_reader.line(longestName);
    const auto name = module ? m.m_reader.line(longestName) : std::nullopt;
    return name ? m.pushFunction(*module, *name) : truncated();
}

Result<void> PickleOperations::stackGlobal(Machine &m)
{
    auto name = m.pop();
    auto module = m.pop();
    if (!name || !module || !m.isKind(*name, Kind::Text) || !m.isKind(*module, Kind::Text))
        return fail(ErrorCode::BadFormat, "a function's name is not a text");
    return m.pushFunction(m.value(*module).text, m.value(*name).text);
}

Result<void> PickleOperations::reduce(Machine &m)
{
    auto arguments = m.pop();
    auto function = m.pop();
    if (!arguments || !function || !m.isKind(*function, Kind::Function) || !m.isKind(*arguments, Kind::Tuple))
        return fail(ErrorCode::BadFormat, "calls something that is not a function");
    return m.call(m.value(*function), m.value(*arguments));
}

/// Attributes of a dictionary (PyTorch hangs `_metadata` on it): dropped, never set.
Result<void> PickleOperations::build(Machine &m)
{
    auto state = m.pop();
    if (!state || m.m_stack.empty())
        return fail(ErrorCode::BadFormat, "sets attributes of nothing");
    if (!m.isKind(m.m_stack.back(), Kind::Dictionary))
        return fail(ErrorCode::Unsupported, "sets attributes of something that is not a dictionary: refused");
    return {};
}

Result<void> PickleOperations::persistent(Machine &m)
{
    auto identity = m.pop();
    return identity ? m.pushStorage(m.value(*identity)) : failFrom(std::move(identity));
}

void PickleOperations::addRefused(std::array<Entry, 256> &table)
{
    for (const auto &[code, name] : refusedPickleOperations)
        table[static_cast<std::size_t>(code)] = {name, nullptr};
}

std::array<PickleOperations::Entry, 256> PickleOperations::makeTable()
{
    std::array<Entry, 256> table{};
    addRefused(table);
    const auto set = [&](int code, std::string_view name, Result<void> (*run)(Machine &)) {
        table[static_cast<std::size_t>(code)] = {name, run};
    };
    set(0x80, "PROTO", protocol);
    set(0x95, "FRAME", frame);
    set('(', "MARK", mark);
    set('0', "POP", popOne);
    set('1', "POP_MARK", popMark);
    set('2', "DUP", duplicate);
    set('N', "NONE", none);
    set(0x88, "NEWTRUE", boolean<1>);
    set(0x89, "NEWFALSE", boolean<0>);
    set('J', "BININT", integer<std::int32_t>);
    set('K', "BININT1", integer<std::uint8_t>);
    set('M', "BININT2", integer<std::uint16_t>);
    set(0x8a, "LONG1", longInteger);
    set('G', "BINFLOAT", real);
    set('X', "BINUNICODE", text<std::uint32_t>);
    set(0x8c, "SHORT_BINUNICODE", text<std::uint8_t>);
    set(0x8d, "BINUNICODE8", text<std::uint64_t>);
    set('U', "SHORT_BINSTRING", text<std::uint8_t>);
    set('T', "BINSTRING", text<std::int32_t>);
    set(')', "EMPTY_TUPLE", empty<Kind::Tuple>);
    set(']', "EMPTY_LIST", empty<Kind::List>);
    set('}', "EMPTY_DICT", empty<Kind::Dictionary>);
    set(0x85, "TUPLE1", tuple<1>);
    set(0x86, "TUPLE2", tuple<2>);
    set(0x87, "TUPLE3", tuple<3>);
    set('t', "TUPLE", markedTuple);
    set('a', "APPEND", append);
    set('e', "APPENDS", appends);
    set('s', "SETITEM", setItem);
    set('u', "SETITEMS", setItems);
    set('q', "BINPUT", put<std::uint8_t>);
    set('r', "LONG_BINPUT", put<std::uint32_t>);
    set(0x94, "MEMOIZE", memoize);
    set('h', "BINGET", get<std::uint8_t>);
    set('j', "LONG_BINGET", get<std::uint32_t>);
    set('c', "GLOBAL", global);
    set(0x93, "STACK_GLOBAL", stackGlobal);
    set('R', "REDUCE", reduce);
    set('b', "BUILD", build);
    set('Q', "BINPERSID", persistent);
    return table;
}

const PickleOperation &pickleOperation(std::uint8_t code)
{
    return PickleOperations::entry(code);
}

} // namespace patina
