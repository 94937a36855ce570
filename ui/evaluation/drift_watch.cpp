#include "ui/evaluation/drift_watch.h"

#include "core/evaluation/project_truth.h"
#include "core/pipeline/known_content.h"
#include "ui/evaluation/drift_sample.h"
#include "ui/session.h"
#include "ui/text/comparison_words.h"

#include <algorithm>
#include <memory>

namespace patina {

std::vector<double> plainGoodScores(const Session &session)
{
    const auto scorer = session.scorer();
    if (!scorer || !session.project().isOpen() || session.project().isBlind())
        return {};
    const ModelInfo &model = scorer->model();
    const std::set<std::string> known = imagesKnownTo(model);
    const auto contents = std::make_shared<const ProjectContents>(session.project().contents());
    const ProjectTruth truth(contents, session.project().reader().toStdString());
    std::vector<double> scores;
    for (const std::size_t i : truth.scope(usedImagesOf(model)).counted) {
        const ProjectImage &image = contents->images[i];
        const int row = session.document().rowOfName(QString::fromStdString(image.id));
        const auto isAlarm = [](const Label *label) { return label->className == "good"; };
        if (image.className != "good" || row < 0 || known.contains(image.id) ||
            !std::ranges::all_of(session.project().labelsOf(image.id), isAlarm))
            continue;
        if (const ImageResult &result = session.document().result(row);
            result.state == ImageState::Scored && !result.outdated && result.stamp.modelHash == model.hash)
            scores.push_back(result.score);
    }
    return scores;
}

DriftWatch::DriftWatch(Session *session, QObject *parent)
    : QObject(parent), m_session(session), m_job(QThreadPool::globalInstance())
{
    connect(session, &Session::becameIdle, this, &DriftWatch::look);
}

DriftWatch::~DriftWatch() = default;

/// Window and engine are idle often: only other scores are worth a look.
void DriftWatch::look()
{
    const auto scorer = m_session->scorer();
    if (!scorer || !m_session->project().isOpen() || m_session->project().isBlind())
        return;
    const Known of{m_session->project().project().file().string(), scorer->model().hash};
    const std::pair seen(of, m_session->document().counts().scored);
    std::vector<double> heldOut = heldOutScoresOf(scorer->model());
    if (seen == m_seen || m_told.contains(of) || heldOut.empty())
        return;
    m_seen = seen;
    const DriftSettings settings{.reviewThreshold = m_session->document().range().review.value_or(1.0)};
    const std::int64_t needed = imagesForDrift(std::ssize(heldOut), settings.alpha);
    if (seen.second < needed)
        return;
    std::vector<double> fresh = plainGoodScores(*m_session);
    if (std::ssize(fresh) < needed)
        return;
    m_job.start([heldOut = std::move(heldOut), fresh = std::move(fresh),
                 settings](const JobContext &) { return driftOf(heldOut, fresh, settings); },
                [this, of](const Result<Drift> &drift) { take(drift, of); });
}

void DriftWatch::take(const Result<Drift> &drift, const Known &of)
{
    if (!drift || !drift->warns() || !m_told.insert(of).second)
        return;
    emit warned(tr("Scores of good parts have drifted (p %1): see Drift in the evaluation.")
                    .arg(ComparisonWords::equals(drift->p)));
}

} // namespace patina
