#include "core/base/system.h"
#include "ui/document/project_models.h"
#include "ui/session.h"
#include "ui/text/path.h"
#include "ui/text/text.h"

namespace patina {

void Session::openModel(const QString &file)
{
    startModel({.file = file, .note = ModelWish::Note::WhereChosen});
}

void Session::useModel(const QString &file, const std::string &hash)
{
    ModelWish wish{.file = file, .hash = hash, .note = ModelWish::Note::Yes};
    if (!m_scorer || m_scorer->model().hash != hash)
        return startModel(std::move(wish));
    m_modelJob.abandon();
    wish.project = projectFile();
    noteModelInUse(wish, hash);
}

void Session::openKeptModel(const QString &file, const std::string &hash)
{
    if (!m_modelJob.running()) // another one was asked for
        startModel({.file = file, .hash = hash, .kept = true});
}

void Session::startModel(ModelWish wish)
{
    wish.project = projectFile();
    m_scoreWithNext = wish.scoresWaiting;
    m_wish = std::move(wish);
    const auto job = [engine = m_engine, path = pathOf(m_wish.file), settings = m_scoringSettings](
                         const JobContext &context) { return engine->openModel(path, settings, context); };
    m_modelJob.start(job, [this](Result<std::shared_ptr<Scorer>> scorer) { takeWished(std::move(scorer)); });
}

void Session::dropModelWish()
{
    if (m_modelJob.running() && !m_wish.hash.empty())
        m_modelJob.abandon();
}

void Session::takeWished(Result<std::shared_ptr<Scorer>> scorer)
{
    const bool other = scorer && !m_wish.hash.empty() && (*scorer)->model().hash != m_wish.hash;
    if (!scorer || other) {
        m_scoreWithNext = false;
        return refuseModel(scorer);
    }
    if (m_wish.note == ModelWish::Note::Yes ||
        (m_wish.note == ModelWish::Note::WhereChosen && choosesModel(m_project.contents())))
        noteModelInUse(m_wish, (*scorer)->model().hash);
    takeModel(*std::move(scorer), m_wish.file);
}

/// \param scorer of another model, or why there is none.
void Session::refuseModel(const Result<std::shared_ptr<Scorer>> &scorer)
{
    const QString name = fileNameOf(pathOf(m_wish.file));
    if (m_wish.kept) {
        const QString why = scorer ? tr("It is another model by now.") : Text::error(scorer.error());
        const QString sentence = m_document.resultsOf() == m_wish.hash
                                     ? tr("The scores shown are those of the model %1, which was not opened. %2 Open "
                                          "it to see heatmaps and to score.")
                                     : tr("The model %1, which the project works with, was not opened. %2");
        emit messaged({Message::Kind::Notice, sentence.arg(name, why)});
    } else if (scorer) {
        complain(tr("The model %1 was replaced by another one: its SHA-256 is %2, not %3.")
                     .arg(name, QString::fromStdString((*scorer)->model().hash), QString::fromStdString(m_wish.hash)));
    } else {
        complain(tr("The model %1 was not opened. %2").arg(name, Text::error(scorer.error())));
    }
}

void Session::takeModel(std::shared_ptr<Scorer> scorer, const QString &file)
{
    m_heatJob.abandon();
    forgetOutdated();
    m_results.flush(); // they are those of the model before
    const bool same = m_scorer && m_scorer->model().hash == scorer->model().hash;
    m_scorer = std::move(scorer);
    m_lister.setScorer(m_scorer);
    m_evaluator.setScorer(m_scorer);
    if (same)
        m_queue.replaceScorer(m_scorer);
    else
        m_queue.setScorer(m_scorer);
    m_document.setModel(m_scorer->model(), file, m_scorer->range());
    useThresholds();
    if (!same && !m_scorer->range().calibrated())
        emit messaged({Message::Kind::Notice, tr("The model is not calibrated: it gives scores, but no verdicts.")});
    m_results.load();
    startHeat();
    if (std::exchange(m_scoreWithNext, false))
        scoreAll();
}

/// In the project that was open when the model was asked for; a second reading changes nothing of the kind.
void Session::noteModelInUse(const ModelWish &wish, const std::string &hash)
{
    if (!m_project.canWrite() || m_project.isBlind() || wish.project != projectFile())
        return;
    const std::filesystem::path file = pathOf(wish.file);
    std::vector<Edit> edits = editsToUse(m_project.contents(), {hash, m_project.project().storedPath(file), utcNow()});
    if (edits.empty())
        return;
    if (auto done = m_project.change({"use the model " + file.filename().string(), std::move(edits)}); !done)
        complain(tr("That the model is in use was not kept in the project. %1").arg(Text::error(done.error())));
}

/// Undo and redo bring the model back that was in use.
void Session::followModelChoice(const Change &change)
{
    if (!choosesModel(change))
        return;
    m_modelJob.abandon(); // it was asked for before
    m_scoreWithNext = false;
    const std::string hash = modelInUse(m_project.contents());
    if (!hash.empty() && (!m_scorer || m_scorer->model().hash != hash))
        startModel({.file = notedModelFile(hash), .hash = hash});
}

void Session::openChosenModel()
{
    const std::string hash = choosesModel(m_project.contents()) ? modelInUse(m_project.contents()) : std::string();
    if (m_scorer && !m_project.isBlind() && !hash.empty() && m_scorer->model().hash != hash)
        openKeptModel(notedModelFile(hash), hash);
}

QString Session::notedModelFile(const std::string &hash) const
{
    const std::string stored = modelPath(m_project.contents(), hash);
    return QString::fromStdString(m_project.project().fullPath(stored).string());
}

std::filesystem::path Session::projectFile() const
{
    return m_project.isOpen() ? m_project.project().file() : std::filesystem::path();
}

} // namespace patina
