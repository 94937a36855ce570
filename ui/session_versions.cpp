#include "core/base/system.h"
#include "ui/document/project_models.h"
#include "ui/session.h"
#include "ui/text/path.h"
#include "ui/text/text.h"

namespace patina {

void Session::useModel(const QString &file, const std::string &hash)
{
    if (m_scorer && m_scorer->model().hash == hash)
        return noteModelInUse(file, hash);
    m_keptModel.clear();
    m_modelJob.start(modelOpening(file), [this, file, hash](Result<std::shared_ptr<Scorer>> scorer) {
        if (scorer && (*scorer)->model().hash != hash)
            return complain(tr("The model %1 was replaced by another one: its SHA-256 is %2, not %3.")
                                .arg(fileNameOf(pathOf(file)), QString::fromStdString((*scorer)->model().hash),
                                     QString::fromStdString(hash)));
        if (scorer)
            noteModelInUse(file, hash);
        takeModel(std::move(scorer), file);
    });
}

/// In the project that is open; what is said of a second reading is said with the model that it began with.
void Session::noteModelInUse(const QString &file, const std::string &hash)
{
    if (!m_project.isOpen() || !m_project.canWrite() || m_project.isBlind())
        return;
    const ProjectModel model{hash, m_project.project().storedPath(pathOf(file)), utcNow()};
    std::vector<Edit> edits = editsToUse(m_project.contents(), model);
    if (edits.empty())
        return;
    const std::string action = "use the model " + pathOf(file).filename().string();
    if (auto done = m_project.change({action, std::move(edits)}); !done)
        complain(tr("That the model is in use was not kept in the project. %1").arg(Text::error(done.error())));
}

/// Undo and redo bring the model back that was in use.
void Session::followModelChoice(const Change &change)
{
    const std::string hash = choosesModel(change) ? modelInUse(m_project.contents()) : std::string();
    if (hash.empty() || (m_scorer && m_scorer->model().hash == hash))
        return;
    const std::string stored = modelPath(m_project.contents(), hash);
    useModel(QString::fromStdString(m_project.project().fullPath(stored).string()), hash);
}

void Session::openChosenModel()
{
    const ProjectContents &contents = m_project.contents();
    const std::string hash = choosesModel(contents) ? modelInUse(contents) : std::string();
    if (!m_scorer || hash.empty() || m_scorer->model().hash == hash)
        return;
    openKeptModel(QString::fromStdString(m_project.project().fullPath(modelPath(contents, hash)).string()), hash);
}

} // namespace patina
