#include "core/base/system.h"
#include "core/base/user_name.h"
#include "core/project/import_dataset.h"
#include "ui/session.h"
#include "ui/text/path.h"
#include "ui/text/text.h"

#include <utility>

namespace patina {

namespace {

/// Images of a project as the rest of the window knows them.
Dataset datasetOf(const Project &project, const ProjectContents &contents)
{
    Dataset dataset;
    dataset.root = project.file().parent_path();
    for (const ProjectImage &image : contents.images)
        dataset.images.push_back(
            {image.id, project.fullPath(image.path), image.split, image.className, {}, image.group});
    for (const ProjectClass &labelClass : contents.classes)
        dataset.classes.push_back({labelClass.name, labelClass.kind});
    return dataset;
}

Result<std::shared_ptr<OpenedProject>> withContents(Project project)
{
    return project.contents().map([&](ProjectContents &&contents) {
        Dataset dataset = datasetOf(project, contents);
        auto files = filesOf(dataset);
        return std::make_shared<OpenedProject>(
            OpenedProject{std::move(project), std::move(contents), {std::move(dataset), std::move(files)}});
    });
}

/// A project that could not take its folder is not left behind.
Result<std::shared_ptr<OpenedProject>> makeProject(const InspectionEngine &engine, const std::filesystem::path &folder,
                                                   const std::filesystem::path &file, const std::string &reader,
                                                   const JobContext &context)
{
    auto dataset = engine.openFolder(folder, context);
    if (!dataset)
        return failFrom(std::move(dataset));
    auto project = Project::create(file);
    if (!project)
        return failFrom(std::move(project));
    if (auto imported = importDataset(*project, *dataset, reader, context); !imported) {
        Project::discard(std::move(*project));
        return failFrom(std::move(imported));
    }
    return withContents(std::move(*project));
}

} // namespace

void Session::createProject(const QString &folder, const QString &file)
{
    m_folderJob.abandon();
    const auto job = [engine = m_engine, from = pathOf(folder), to = pathOf(file), reader = readerName().toStdString()](
                         const JobContext &context) { return makeProject(*engine, from, to, reader, context); };
    startProject(file, job);
}

void Session::openProject(const QString &file)
{
    std::error_code ec;
    if (m_project.isOpen() && std::filesystem::equivalent(pathOf(file), m_project.project().file(), ec)) {
        dropProject(); // another one that is on its way is not wanted any more
        emit messaged({Message::Kind::Notice, tr("The project is open already.")});
        return;
    }
    m_folderJob.abandon();
    const auto job = [path = pathOf(file)](const JobContext &) {
        return Project::open(path, Project::Access::ReadWrite).and_then([](Project &&project) {
            return withContents(std::move(project));
        });
    };
    startProject(file, job);
}

/// A file that is being opened is locked until that has ended: a second lock would be refused.
void Session::startProject(const QString &file, ProjectJob::Job job)
{
    if (m_projectJob.running()) {
        if (file == m_projectFile)
            return;
        m_nextProject = NextProject{file, std::move(job)};
        m_projectFile.clear();
        m_projectJob.cancel();
        return;
    }
    m_projectFile = file;
    m_projectJob.start(std::move(job), [this, file](Result<std::shared_ptr<OpenedProject>> opened) {
        const bool wanted = !std::exchange(m_projectFile, QString()).isEmpty();
        if (wanted)
            return takeProject(std::move(opened), file);
        opened = cancelledError(); // lets go of its file
        if (auto next = std::exchange(m_nextProject, std::nullopt))
            startProject(next->file, std::move(next->job));
    });
}

void Session::dropProject()
{
    m_nextProject.reset();
    m_projectFile.clear();
    m_projectJob.cancel();
}

void Session::closeFolder()
{
    m_folderJob.abandon();
    dropProject();
    dropModelWish();
    m_project.close();
    showImages({});
}

QString Session::readerName() const
{
    return m_reader.isEmpty() ? QString::fromStdString(userName()) : m_reader;
}

void Session::setReader(const QString &name)
{
    m_reader = name;
    m_project.setReader(readerName());
}

void Session::openPath(const QString &path)
{
    if (path.endsWith(QLatin1String(Project::fileEnding)))
        openProject(path);
    else if (path.endsWith(QLatin1String(".patina")))
        openModel(path);
    else
        openFolder(path);
}

void Session::openWith(const QString &model, const QString &path)
{
    if (!model.isEmpty())
        startModel({.file = model});
    m_modelGiven = !model.isEmpty() && !path.isEmpty();
    if (!path.isEmpty())
        openPath(path);
}

void Session::takeProject(Result<std::shared_ptr<OpenedProject>> opened, const QString &file)
{
    if (!opened) {
        complain(tr("The project %1 was not opened. %2").arg(file, Text::error(opened.error())));
        std::error_code ec;
        const bool open = m_project.isOpen() && // and another could not be made in its place
                          std::filesystem::equivalent(pathOf(file), m_project.project().file(), ec);
        if (opened.error().code != ErrorCode::VersionMismatch && !open)
            emit projectDamaged(file);
        return;
    }
    OpenedProject &taken = **opened;
    const QString why = QString::fromStdString(taken.project.whyReadOnly());
    dropModelWish();
    m_project.open(std::move(taken.project), std::move(taken.contents), readerName());
    showImages(std::move(taken.images));
    m_results.load();
    if (!std::exchange(m_modelGiven, false))
        openChosenModel();
    if (!why.isEmpty())
        emit messaged({Message::Kind::Notice, tr("The project can be read only: %1.").arg(why)});
}

/// They have moved; what is known of them stands with the project.
void Session::showProjectImages()
{
    const QString shown = m_row >= 0 ? QString::fromStdString(m_document.image(m_row).id) : QString();
    std::vector<std::string> waiting;
    for (const std::filesystem::path &image : m_queue.images())
        if (const int row = m_document.rowOf(image); row >= 0)
            waiting.push_back(m_document.image(row).id);
    m_results.flush();
    m_scoringGoesOn = true;
    Dataset dataset = datasetOf(m_project.project(), m_project.contents());
    auto files = filesOf(dataset);
    showImages({std::move(dataset), std::move(files)});
    m_results.load();
    if (const int row = m_document.rowOfName(shown); row >= 0)
        showRow(row);
    std::vector<std::filesystem::path> images;
    for (const std::string &id : waiting)
        if (const int row = m_document.rowOfName(QString::fromStdString(id)); row >= 0)
            images.push_back(m_document.image(row).path);
    m_queue.append(images);
    m_scoringGoesOn = false;
}

void Session::finishImage()
{
    if (m_row < 0 || !m_project.canWrite())
        return;
    const std::string &image = m_document.image(m_row).id;
    const bool seen = m_review.from().image == image && !m_review.items().empty() &&
                      (m_project.isBlind() || !m_review.from().modelHash.empty());
    if (!seen || m_review.decided() < std::ssize(m_review.items()) || m_project.isReviewed(image))
        return;
    const Review review{image, m_project.reader().toStdString(), utcNow()};
    if (auto done = m_project.change({"done with an image", {added(review)}}); !done)
        complain(tr("That the image is done was not kept. %1").arg(Text::error(done.error())));
}

bool Session::regionsPending() const
{
    return m_row >= 0 && isFlagged(m_row) &&
           (m_review.from().image != m_document.image(m_row).id ||
            (m_review.from().modelHash.empty() && !m_project.isBlind()));
}

Session::ReviewCounts Session::reviewCounts() const
{
    ReviewCounts counts;
    for (int row = 0; row < m_document.imageCount(); ++row) {
        if (!isFlagged(row))
            continue;
        ++counts.flagged;
        counts.reviewed += m_project.isReviewed(m_document.image(row).id);
    }
    return counts;
}

/// To be reviewed: flagged by the model; in a second reading, decided on by the first reader.
bool Session::isFlagged(int row) const
{
    if (m_project.isBlind())
        return !m_project.firstLabelsOf(m_document.image(row).id).empty();
    const ImageResult &result = m_document.result(row);
    return result.state == ImageState::Scored && result.verdict && *result.verdict != Verdict::Ok;
}

} // namespace patina
