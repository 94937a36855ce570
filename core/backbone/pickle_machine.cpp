#include "core/backbone/pickle_machine.h"

#include "core/backbone/pickle_operations.h"

#include <fmt/format.h>

#include <utility>

namespace patina {

using Kind = PickleValue::Kind;
using Id = PickleValue::Id;

PickleMachine::PickleMachine(std::span<const std::uint8_t> bytes, const PickleLimits &limits)
    : m_reader(bytes), m_limits(limits)
{
}

Result<Id> PickleMachine::run()
{
    m_stack.clear();
    m_marks.clear();
    m_memo.clear();
    while (true) {
        const std::size_t where = m_reader.position();
        const auto code = m_reader.number<std::uint8_t>();
        if (!code)
            return fail(ErrorCode::BadFormat, fmt::format("byte {}: the pickle ends without STOP: truncated", where));
        if (*code == '.') {
            if (m_stack.size() != 1 || !m_marks.empty())
                return fail(ErrorCode::BadFormat,
                            fmt::format("byte {}: STOP with {} values on the stack", where, m_stack.size()));
            return m_stack.back();
        }
        if (auto done = step(*code); !done)
            return fail(done.error().code, fmt::format("byte {}: {}", where, done.error().detail));
    }
}

Result<void> PickleMachine::step(std::uint8_t code)
{
    if (++m_operations > m_limits.maxOperations)
        return fail(ErrorCode::TooLarge, fmt::format("more than {} operations", m_limits.maxOperations));
    const auto &operation = pickleOperation(code);
    if (operation.name.empty())
        return fail(ErrorCode::BadFormat, fmt::format("0x{:02x} is no pickle operation", code));
    if (operation.run == nullptr)
        return fail(ErrorCode::Unsupported,
                    fmt::format("operation {} is refused: no state dictionary needs it", operation.name));
    return operation.run(*this);
}

Result<void> PickleMachine::push(PickleValue &&value)
{
    if (m_values.size() >= m_limits.maxValues)
        return fail(ErrorCode::TooLarge, fmt::format("more than {} values", m_limits.maxValues));
    m_values.push_back(std::move(value));
    return pushId(static_cast<Id>(m_values.size() - 1));
}

Result<void> PickleMachine::pushId(Id id)
{
    if (m_stack.size() >= m_limits.maxValues)
        return fail(ErrorCode::TooLarge, fmt::format("more than {} values on the stack", m_limits.maxValues));
    m_stack.push_back(id);
    return {};
}

Result<Id> PickleMachine::pop()
{
    if (m_stack.size() <= (m_marks.empty() ? 0 : m_marks.back()))
        return fail(ErrorCode::BadFormat, "takes a value that is not there");
    const Id top = m_stack.back();
    m_stack.pop_back();
    return top;
}

Result<std::vector<Id>> PickleMachine::popToMark()
{
    if (m_marks.empty())
        return fail(ErrorCode::BadFormat, "looks for a mark that is not there");
    const auto first = m_stack.begin() + static_cast<std::ptrdiff_t>(m_marks.back());
    std::vector<Id> items(first, m_stack.end());
    m_stack.erase(first, m_stack.end());
    m_marks.pop_back();
    return items;
}

Result<void> PickleMachine::remember(std::uint32_t key)
{
    if (m_stack.empty())
        return fail(ErrorCode::BadFormat, "remembers a value that is not there");
    if (m_memo.size() >= m_limits.maxValues)
        return fail(ErrorCode::TooLarge, fmt::format("remembers more than {} values", m_limits.maxValues));
    m_memo[key] = m_stack.back();
    return {};
}

Result<void> PickleMachine::recall(std::uint32_t key)
{
    const auto found = m_memo.find(key);
    if (found == m_memo.end())
        return fail(ErrorCode::BadFormat, fmt::format("recalls value {} that was never remembered", key));
    return pushId(found->second);
}

Result<void> PickleMachine::addPairs(std::span<const Id> keysAndValues)
{
    if (m_stack.empty() || !isKind(m_stack.back(), Kind::Dictionary) || keysAndValues.size() % 2 != 0)
        return fail(ErrorCode::BadFormat, "sets items of something that is not a dictionary");
    auto &items = m_values[m_stack.back()].items;
    items.insert(items.end(), keysAndValues.begin(), keysAndValues.end());
    return {};
}

Result<void> PickleMachine::addItems(std::span<const Id> items)
{
    if (m_stack.empty() || !isKind(m_stack.back(), Kind::List))
        return fail(ErrorCode::BadFormat, "appends to something that is not a list");
    auto &list = m_values[m_stack.back()].items;
    list.insert(list.end(), items.begin(), items.end());
    return {};
}

} // namespace patina
