#include "core/evaluation/project_figures.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <utility>

namespace patina {

namespace {

bool isSame(const KeptFigures::State &state, const PolicyEvaluation &wanted, const std::string &settings)
{
    return state.settings == settings && state.figures.classes() == wanted.classes() &&
           state.figures.policies() == wanted.policies() && state.figures.settings() == wanted.settings();
}

} // namespace

ProjectFigures::ProjectFigures(const ProjectEvaluationRequest &request, PolicyEvaluation none, std::string settings)
    : m_request(request), m_none(none.emptied()), m_state{std::move(settings), std::move(none), {}}
{
    if (!request.kept)
        return;
    if (auto kept = request.kept->take(); kept && isSame(*kept, m_none, m_state.settings))
        m_state = *std::move(kept);
}

ProjectFigures::~ProjectFigures()
{
    if (m_request.kept)
        m_request.kept->keep(std::move(m_state));
}

Result<void> ProjectFigures::bringTo(const std::vector<Wanted> &wanted, const Evaluate &evaluate,
                                     const JobContext &context)
{
    takeOut(wanted);
    const auto total = std::ssize(wanted);
    std::size_t position = 0;
    for (std::int64_t i = 0; i < total; ++i) {
        context.report("evaluate", i, total);
        if (context.cancelled())
            return cancelledError();
        const Wanted &one = wanted[static_cast<std::size_t>(i)];
        if (position < m_state.images.size() && m_state.images[position].id == one.is.id) {
            ++position;
            continue;
        }
        const auto added = putIn(one, position, evaluate);
        if (!added)
            return tl::unexpected(added.error());
        position += *added ? 1 : 0;
    }
    context.report("evaluate", total, total);
    return {};
}

/// What is not wanted, or no longer so, or in another place.
void ProjectFigures::takeOut(const std::vector<Wanted> &wanted)
{
    std::map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < wanted.size(); ++i)
        places[wanted[i].is.id] = i;
    std::vector<std::size_t> gone;
    std::size_t after = 0;
    for (std::size_t i = 0; i < m_state.images.size(); ++i) {
        const KeptFigures::Image &image = m_state.images[i];
        const auto place = places.find(image.id);
        const bool stays = place != places.end() && place->second >= after && !image.key.empty() &&
                           wanted[place->second].is.key == image.key;
        if (stays)
            after = place->second + 1;
        else
            gone.push_back(i);
    }
    // To take an image out costs as much as to put one in.
    bool possible = 2 * gone.size() <= m_state.images.size();
    for (auto position = gone.rbegin(); possible && position != gone.rend(); ++position)
        possible = takeOut(*position);
    if (possible)
        return;
    m_state.figures = m_none.emptied();
    m_state.images.clear();
}

/// \returns false: what it had added is not to be had any more.
bool ProjectFigures::takeOut(std::size_t position)
{
    const std::string &key = m_state.images[position].key;
    const auto was = m_request.store && !key.empty() ? m_request.store->get(key) : std::nullopt;
    if (!was || !m_state.figures.remove(*was, position))
        return false;
    m_state.images.erase(m_state.images.begin() + static_cast<std::ptrdiff_t>(position));
    return true;
}

/// \returns false: it is skipped.
Result<bool> ProjectFigures::putIn(const Wanted &wanted, std::size_t position, const Evaluate &evaluate)
{
    const bool storable = m_request.store && !wanted.is.key.empty();
    const auto listed = [&] {
        m_state.images.insert(m_state.images.begin() + static_cast<std::ptrdiff_t>(position), wanted.is);
        return true;
    };
    if (storable)
        if (const auto stored = m_request.store->get(wanted.is.key);
            stored && m_state.figures.insert(*stored, position))
            return listed();
    auto evaluated = evaluate(wanted.image, m_state.figures);
    if (!evaluated && evaluated.error().code == ErrorCode::Cancelled)
        return failFrom(std::move(evaluated));
    if (!evaluated) {
        m_skipped.push_back({wanted.is.id, evaluated.error().detail});
        return false;
    }
    if (storable)
        m_request.store->put(wanted.is.key, *evaluated);
    return m_state.figures.insert(*evaluated, position).map(listed);
}

} // namespace patina
