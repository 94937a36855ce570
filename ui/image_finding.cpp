#include "ui/image_finding.h"

#include "ui/actions.h"
#include "ui/look.h"
#include "ui/main_window.h"
#include "ui/panels/message_strip.h"
#include "ui/session.h"
#include "ui/text/path.h"
#include "ui/text/text.h"

#include <QAction>
#include <QFileDialog>
#include <QMenu>

namespace patina {

ImageFinding::ImageFinding(const WindowParts &parts)
    : QObject(parts.window), m_parts(parts), m_find(new QAction(themedIcon(QStringLiteral("missing")), {}, this)),
      m_job(&m_pool)
{
    m_find->setObjectName(QStringLiteral("findImages"));
    parts.actions->fileMenu()->insertAction(parts.actions->quit, m_find);
    connect(m_find, &QAction::triggered, this, &ImageFinding::ask);
    connect(parts.window, &MainWindow::retranslated, this, &ImageFinding::retranslate);
    connect(&m_job, &JobRunnerBase::runningChanged, this, &ImageFinding::showState);
    connect(&parts.session->document(), &Document::datasetChanged, this, &ImageFinding::showState);
    connect(&parts.session->project(), &ProjectDocument::projectChanged, this, [this] {
        m_job.abandon(); // what was found is of the project before
        showState();
    });
    parts.session->jobs().follow(
        &m_job, [] { return tr("Looking for images"); }, [this] { m_job.abandon(); });
    retranslate();
    showState();
}

void ImageFinding::ask()
{
    auto *dialog =
        new QFileDialog(m_parts.window, tr("The folder that the images were moved to"), m_parts.settings->lastFolder);
    dialog->setObjectName(QStringLiteral("findImagesDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &ImageFinding::findBelow);
    dialog->open();
}

void ImageFinding::findBelow(const QString &folder)
{
    const ProjectDocument &project = m_parts.session->project();
    if (!project.canWrite())
        return;
    const auto home = std::filesystem::absolute(project.project().file()).parent_path();
    const auto contents = std::make_shared<const ProjectContents>(project.contents());
    m_job.start([home, contents, below = pathOf(folder)](
                    const JobContext &context) { return findImages(home, *contents, below, context); },
                [this](const Result<FoundImages> &found) { take(found); });
}

void ImageFinding::take(const Result<FoundImages> &found)
{
    const auto say = [this](Message::Kind kind, const QString &sentence) { m_parts.strip->show({kind, sentence}); };
    if (!found)
        return say(Message::Kind::Error, tr("Images were not looked for. %1").arg(Text::error(found.error())));
    if (!found->change.edits.empty())
        if (auto done = m_parts.session->project().change(found->change); !done)
            return say(Message::Kind::Error, tr("Where images are was not kept. %1").arg(Text::error(done.error())));
    QString sentence = tr("%1 of %2 missing images were found.").arg(found->found).arg(found->missing);
    if (found->otherContent > 0)
        sentence += QLatin1Char(' ') + tr("Of %n images there is a file of the name with another content; it is not "
                                          "taken.",
                                          nullptr, static_cast<int>(found->otherContent));
    say(Message::Kind::Notice, sentence);
}

void ImageFinding::showState()
{
    const Document &document = m_parts.session->document();
    bool missing = false;
    for (int row = 0; row < document.imageCount() && !missing; ++row)
        missing = document.file(row).bytes < 0;
    m_find->setEnabled(missing && m_parts.session->project().canWrite() && !m_job.running());
}

void ImageFinding::retranslate()
{
    m_find->setText(tr("Find &missing images..."));
    m_find->setToolTip(tr("Names the folder that images of the project were moved to"));
}

} // namespace patina
