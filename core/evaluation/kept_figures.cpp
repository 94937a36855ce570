#include "core/evaluation/kept_figures.h"

#include <utility>

namespace patina {

std::optional<KeptFigures::State> KeptFigures::take()
{
    const std::scoped_lock lock(m_mutex);
    return std::exchange(m_state, std::nullopt);
}

void KeptFigures::keep(State state)
{
    const std::scoped_lock lock(m_mutex);
    m_state = std::move(state);
}

} // namespace patina
