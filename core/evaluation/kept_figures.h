#pragma once

#include "core/evaluation/policy_evaluation.h"

#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace patina {

/// The figures of an evaluation from one run to the next: of an image that is as it was nothing is read again. They are
/// lent to one run at a time; another that comes meanwhile starts anew. From any thread.
class KeptFigures
{
public:
    /// An image that is in the figures.
    struct Image
    {
        std::string id;
        std::string key;   ///< in the store of evaluated images, see there; "": it may be another the next time
        std::string truth; ///< what is said of it
    };
    struct State
    {
        std::string settings; ///< all that the figures of an image depend on, but the image
        PolicyEvaluation figures;
        std::vector<Image> images; ///< in the order of the figures
    };

    std::optional<State> take();
    void keep(State state);

private:
    std::mutex m_mutex;
    std::optional<State> m_state;
};

} // namespace patina
