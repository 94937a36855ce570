#include "core/dataset/tile_names.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

namespace patina {
namespace {

constexpr std::size_t mostDigits = 5;        ///< of a coordinate without a letter: dates and times have more
constexpr std::int64_t leastTileStepPx = 16; ///< between coordinates without letters: what counts goes by ones

/// The letters of two coordinates, in lower case.
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> letterPairs{
    {{"x", "y"}, {"y", "x"}, {"r", "c"}, {"c", "r"}, {"row", "col"}, {"col", "row"}}};

/// The end of a name: letters, digits, and a mark before both.
struct NamedNumber
{
    std::string letters; ///< as they are written
    std::string digits;
    std::size_t begins = 0; ///< where the letters do
    bool marked = false;    ///< '_' or '-' stands before it
};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::optional<NamedNumber> numberAtEnd(std::string_view name)
{
    std::size_t digits = name.size();
    while (digits > 0 && isDigit(name[digits - 1]))
        --digits;
    std::size_t letters = digits;
    while (letters > 0 && isLetter(name[letters - 1]))
        --letters;
    if (digits == name.size())
        return std::nullopt;
    const bool marked = letters > 0 && (name[letters - 1] == '_' || name[letters - 1] == '-');
    return NamedNumber{std::string(name.substr(letters, digits - letters)), std::string(name.substr(digits)), letters,
                       marked};
}

std::string lower(std::string text)
{
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

/// A name that ends with two numbers.
struct TwoNumbers
{
    std::string part; ///< before them; not empty
    NamedNumber first;
    NamedNumber second;
};

std::optional<TwoNumbers> twoNumbersAtEnd(std::string_view name)
{
    const auto second = numberAtEnd(name);
    if (!second)
        return std::nullopt;
    const auto first = numberAtEnd(name.substr(0, second->begins - (second->marked ? 1 : 0)));
    if (!first || !first->marked || first->begins < 2)
        return std::nullopt;
    return TwoNumbers{std::string(name.substr(0, first->begins - 1)), *first, *second};
}

/// The last part of a path without its ending.
std::string_view stemOf(std::string_view id)
{
    const std::string_view name = id.substr(id.rfind('/') + 1);
    return name.substr(0, name.rfind('.'));
}

bool hasLetters(const TwoNumbers &name)
{
    const std::pair<std::string, std::string> letters{lower(name.first.letters), lower(name.second.letters)};
    return std::ranges::any_of(
        letterPairs, [&](const auto &pair) { return pair.first == letters.first && pair.second == letters.second; });
}

bool isPlain(const TwoNumbers &name)
{
    return name.first.letters.empty() && name.second.letters.empty() && name.second.marked &&
           name.first.digits.size() <= mostDigits && name.second.digits.size() <= mostDigits;
}

/// One value, or several that are all a tile's step apart.
bool goesBySteps(const std::set<std::int64_t> &values)
{
    std::optional<std::int64_t> before;
    for (const std::int64_t value : values) {
        if (before && value - *before < leastTileStepPx)
            return false;
        before = value;
    }
    return true;
}

class PartFinder
{
public:
    explicit PartFinder(const std::vector<std::string> &ids) : m_ids(ids) {}

    LikelyParts find()
    {
        std::set<std::string> forms = takeLettered();
        forms.merge(takePlain());
        const bool numbered = takeNumbered();
        for (const auto &[part, images] : m_found.parts)
            m_found.images += images;
        if (numbered && forms.empty())
            m_found.pattern = "([^/]+)[_-][0-9]+[.]";
        if (forms.empty())
            return std::move(m_found);
        if (numbered)
            forms.insert("[_-][0-9]+");
        std::string either;
        for (const std::string &form : forms)
            either += (either.empty() ? "" : "|") + form;
        m_found.pattern = "([^/]+?)" + (forms.size() > 1 ? "(" + either + ")" : either) + "[.]";
        return std::move(m_found);
    }

private:
    using Members = std::map<std::string, std::vector<std::pair<std::size_t, TwoNumbers>>>;

    /// Names of one kind that nothing has been said of yet, by their part, wherever they lie: tiles of one picture are
    /// in the folders of what is on them.
    template <typename IsOne>
    Members membersOf(IsOne isOne) const
    {
        Members members;
        for (std::size_t i = 0; i < m_ids.size(); ++i)
            if (const auto name = twoNumbersAtEnd(stemOf(m_ids[i])); name && !m_taken.contains(i) && isOne(*name))
                members[name->part].emplace_back(i, *name);
        return members;
    }

    void take(const std::string &part, const Members::mapped_type &members)
    {
        m_found.parts[part] += std::ssize(members);
        for (const auto &[image, name] : members)
            m_taken.insert(image);
    }

    /// \returns the patterns of their ends.
    std::set<std::string> takeLettered()
    {
        std::set<std::string> forms;
        for (const auto &[part, members] : membersOf(hasLetters)) {
            if (members.size() < 2)
                continue;
            take(part, members);
            for (const auto &[image, name] : members)
                forms.insert("[_-]" + name.first.letters + "[0-9]+" + (name.second.marked ? "[_-]" : "") +
                             name.second.letters + "[0-9]+");
        }
        return forms;
    }

    std::set<std::string> takePlain()
    {
        std::set<std::string> forms;
        for (const auto &[part, members] : membersOf(isPlain)) {
            std::set<std::int64_t> first;
            std::set<std::int64_t> second;
            for (const auto &[image, name] : members) {
                first.insert(std::stoll(name.first.digits));
                second.insert(std::stoll(name.second.digits));
            }
            if (first.size() + second.size() < 3 || !goesBySteps(first) || !goesBySteps(second))
                continue;
            take(part, members);
            forms.insert("[_-][0-9]+[_-][0-9]+");
        }
        return forms;
    }

    bool takeNumbered()
    {
        std::map<std::string, std::int64_t> parts;
        for (std::size_t i = 0; i < m_ids.size(); ++i) {
            const std::string_view stem = stemOf(m_ids[i]);
            const auto number = numberAtEnd(stem);
            if (m_taken.contains(i) || !number || !number->letters.empty() || !number->marked || number->begins < 2)
                continue;
            const std::string_view path(m_ids[i]);
            const std::string folder(path.substr(0, path.rfind('/') + 1));
            ++parts[folder + std::string(stem.substr(0, number->begins - 1))];
        }
        std::erase_if(parts, [](const auto &part) { return part.second < 2; });
        std::map<std::string, int> ofFolder;
        const auto folder = [](const std::string &path) { return path.substr(0, path.rfind('/') + 1); };
        for (const auto &[part, images] : parts)
            ++ofFolder[folder(part)];
        std::erase_if(parts, [&](const auto &part) { return ofFolder[folder(part.first)] < 2; });
        m_found.parts.insert(parts.begin(), parts.end());
        return !parts.empty();
    }

    const std::vector<std::string> &m_ids;
    std::set<std::size_t> m_taken;
    LikelyParts m_found;
};

} // namespace

LikelyParts likelyParts(const std::vector<std::string> &ids)
{
    return PartFinder(ids).find();
}

} // namespace patina
