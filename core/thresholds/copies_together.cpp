#include "core/thresholds/calibration_data.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace patina {
namespace {

/// Union-find over names of groups; the root of a set is the first of its names.
class JoinedGroups
{
public:
    std::string rootOf(const std::string &name) const
    {
        auto at = m_parent.find(name);
        if (at == m_parent.end())
            return name;
        while (at->second != at->first)
            at = m_parent.find(at->second);
        return at->first;
    }

    void join(const std::string &a, const std::string &b)
    {
        const std::string rootA = rootOf(a);
        const std::string rootB = rootOf(b);
        const auto &[first, second] = std::minmax(rootA, rootB);
        m_parent[first] = first;
        m_parent[second] = first;
    }

private:
    std::map<std::string, std::string> m_parent;
};

} // namespace

CopiesTogether copiesTogether(const GroupOfImage &groupOf, const std::map<std::string, std::string> &sha256)
{
    const auto ownGroup = [groupOf](const std::string &id) {
        const std::string group = groupOf ? groupOf(id) : std::string();
        return group.empty() ? id : group;
    };
    const auto joined = std::make_shared<JoinedGroups>();
    CopiesTogether together;
    std::map<std::string, std::string> firstOf; // image by content
    for (const auto &[id, content] : sha256) {
        if (content.empty())
            continue;
        const auto [known, isNew] = firstOf.emplace(content, id);
        if (isNew || ownGroup(known->second) == ownGroup(id))
            continue;
        joined->join(ownGroup(known->second), ownGroup(id));
        if (together.copies++ == 0) {
            together.first = id;
            together.of = known->second;
        }
    }
    together.groupOf = [ownGroup, joined = std::shared_ptr<const JoinedGroups>(joined)](const std::string &id) {
        return joined->rootOf(ownGroup(id));
    };
    return together;
}

std::string CopiesTogether::sentence() const
{
    if (copies == 0)
        return {};
    return fmt::format("{} images are copies of images of other groups (first: {} of {}): their groups stay together, "
                       "so that no copy verifies what the other chose",
                       copies, first, of);
}

} // namespace patina
