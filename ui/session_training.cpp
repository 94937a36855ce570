#include "core/base/system.h"
#include "ui/document/images_folder.h"
#include "ui/document/project_models.h"
#include "ui/session.h"
#include "ui/text/path.h"
#include "ui/text/text.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace patina {

namespace {

std::optional<ClassKind> kindOf(const std::vector<ProjectClass> &classes, const std::string &name)
{
    const auto found = std::ranges::find(classes, name, &ProjectClass::name);
    return found == classes.end() ? std::nullopt : std::optional(found->kind);
}

} // namespace

/// With what anybody has outlined on the images, also where a second reader does not see it: only that of the training
/// images counts.
TrainingOrder Session::withOpenImages(TrainingOrder order) const
{
    if (!order.folder.empty())
        return order;
    TrainRequest &request = order.job.request;
    request.dataset = m_document.dataset();
    if (auto folder = imagesFolder(request.dataset); !folder.empty()) // the bank tells its rows by the folder's name
        request.dataset.root = std::move(folder);
    request.outlines.clear();
    std::set<std::string_view> training;
    for (const ImageRecord &image : request.dataset.images)
        if (image.split == Split::Train)
            training.insert(image.id);
    for (const Label &label : m_project.contents().labels)
        if (const auto kind = kindOf(m_project.contents().classes, label.className);
            kind && training.contains(label.image))
            request.outlines.push_back({label.image, *kind, label.mask});
    return order;
}

void Session::train(const TrainingOrder &order)
{
    if (m_training.running())
        return;
    m_trainedFor = projectFile();
    if (m_queue.running())
        emit messaged({Message::Kind::Notice, tr("One job at a time uses the engine: the images that are not scored "
                                                 "yet wait until the training is done.")});
    m_training.start(withOpenImages(order));
    m_trainingJob = m_jobs.add([this] { return trainingTitle(); }, [this] { m_training.cancel(); });
}

void Session::takeTraining(const Result<TrainingOutcome> &outcome)
{
    if (!outcome) {
        if (outcome.error().code == ErrorCode::Cancelled)
            emit messaged({Message::Kind::Notice, tr("Training was cancelled. What was done is kept where a checkpoint "
                                                     "was written; Resume goes on with it.")});
        else
            complain(tr("The training ended without a model. %1").arg(Text::windowError(outcome.error())));
        return;
    }
    recordModel(*outcome);
    startModel({.file = QString::fromStdString(outcome->out.string()), .scoresWaiting = m_queue.running()});
}

/// In the project that the training began in; a second reading goes on with the model that it began with.
void Session::recordModel(const TrainingOutcome &outcome)
{
    if (!m_project.isOpen() || !m_project.canWrite() || m_project.project().file() != m_trainedFor)
        return;
    const ProjectModel model{outcome.model.hash, m_project.project().storedPath(outcome.out), utcNow()};
    std::vector<Edit> edits =
        m_project.isBlind() ? editsToNote(m_project.contents(), model) : editsToUse(m_project.contents(), model);
    if (edits.empty())
        return;
    if (auto done = m_project.change({"train a model", std::move(edits)}); !done)
        complain(tr("The model was not noted in the project. %1").arg(Text::error(done.error())));
}

QString Session::trainingTitle() const
{
    QString text = m_training.stopping()                   ? tr("Stopping the training")
                   : m_training.progress().stage.isEmpty() ? tr("Training waits for the engine")
                                                           : tr("Training");
    if (m_queue.running())
        text += tr(" (scoring waits)");
    return text;
}

} // namespace patina
