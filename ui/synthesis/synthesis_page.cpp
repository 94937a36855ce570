#include "ui/synthesis/synthesis_page.h"

#include "ui/jobs/image_opening.h"
#include "ui/settings/settings.h"
#include "ui/synthesis/content_box.h"
#include "ui/synthesis/output_box.h"
#include "ui/synthesis/preview_view.h"
#include "ui/synthesis/range_panel.h"
#include "ui/synthesis/synthesis_words.h"
#include "ui/text/path.h"
#include "ui/text/text.h"
#include "ui/text/window_words.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLocale>

#include <algorithm>
#include <utility>

namespace patina {

namespace {

constexpr int kUsualAmbiguous = 6; ///< of the first case that is chosen: each of three twice

} // namespace

SynthesisPage::SynthesisPage(Session *session, const Settings *settings, const QString &folder, QWidget *parent)
    : QWidget(parent), m_session(session), m_settings(settings), m_folder(folder), m_state(loadSynthesisState(folder)),
      m_runner(new SynthesisRunner(this)), m_realJob(&m_imagePool)
{
    setObjectName(QStringLiteral("synthesisPage"));
    createLayout(folder);
    setFocusProxy(m_content);
    connectFields();
    connectRunner();
    retranslateUi();
    m_content->setLike(pathOf(m_state.like));
    m_output->setOut(pathOf(m_state.out));
    m_preview->setStained(m_state.stained);
    showSpec();
}

SynthesisPage::~SynthesisPage() = default;

void SynthesisPage::setSpec(const SynthesisSpec &spec)
{
    m_state.spec = spec;
    showSpec();
    specChanged();
    look();
}

/// What becomes of an earlier data set depends on what is to be written.
void SynthesisPage::specChanged()
{
    const auto &outlook = m_output->outlook();
    if (outlook && !outlook->earlier())
        return;
    m_output->setOutlook(std::nullopt);
    m_output->setWritten({}, {});
    m_outlookSoon.start();
}

void SynthesisPage::setOut(const QString &folder)
{
    m_output->setOut(pathOf(folder));
    askOutlook();
}

/// What goes with what is put right at once, so that nothing that can be chosen is refused later.
void SynthesisPage::fieldsChanged()
{
    SynthesisSpec spec = m_state.spec;
    const bool stained = !spec.impurities.empty();
    m_content->put(spec);
    m_output->put(spec);
    spec.ranges = m_ranges->ranges();
    spec.places = m_ranges->places();
    if (spec.impurities.empty())
        spec.version = SynthesisVersion::Clean;
    else if (!stained)
        spec.version = SynthesisVersion::Both; // of the first impurity that is chosen
    if (spec.defects.empty())
        spec.counts.testDefect = 0;
    else if (m_state.spec.defects.empty())
        spec.counts.testDefect = SynthesisCounts{}.testDefect;
    if (spec.ambiguous.empty())
        spec.counts.testAmbiguous = 0;
    else if (m_state.spec.ambiguous.empty())
        spec.counts.testAmbiguous = kUsualAmbiguous;
    const bool newSurface = spec.surface != m_state.spec.surface;
    const bool newSize = spec.widthPx != m_state.spec.widthPx || spec.heightPx != m_state.spec.heightPx;
    const bool seen = [&] {
        SynthesisSpec alike = m_state.spec;
        alike.counts = spec.counts;
        return !(alike == spec);
    }();
    const bool changed = !(m_state.spec == spec);
    m_state.spec = std::move(spec);
    showSpec();
    if (changed)
        specChanged();
    const bool unread = newSurface && m_state.spec.exemplar.images.empty();
    if ((newSize || unread) && m_state.spec.surface == "exemplar")
        askImages(newSize ? std::optional(cv::Size(m_state.spec.widthPx, m_state.spec.heightPx)) : std::nullopt);
    if (seen)
        look();
}

void SynthesisPage::showSpec()
{
    m_content->setSpec(m_state.spec);
    m_ranges->setSpec(m_state.spec);
    m_output->setSpec(m_state.spec);
    m_preview->setSpec(m_state.spec);
    m_output->setProblem(problem());
}

QString SynthesisPage::problem() const
{
    const SynthesisSpec &spec = m_state.spec;
    if (spec.surface == "exemplar" && spec.exemplar.images.empty())
        return m_imagesProblem.isEmpty() ? tr("Choose the folder of real images that the surface is to be like.")
                                         : m_imagesProblem;
    const auto valid = validate(spec);
    return valid ? QString() : Text::windowError(valid.error());
}

PreviewRequest SynthesisPage::request() const
{
    return {m_state.spec, m_preview->subject(), m_preview->stained()};
}

void SynthesisPage::look()
{
    if (!isVisible())
        return; // comes to it when it is shown
    if (m_state.spec.surface == "exemplar" && m_state.spec.exemplar.images.empty()) {
        m_runner->dropPreview();
        return m_preview->say(problem());
    }
    m_runner->setThreads(m_settings->threads);
    m_runner->preview(request(), m_preview->visibleArea());
}

void SynthesisPage::askOutlook()
{
    const auto folder = m_output->out();
    m_output->setOutlook(std::nullopt);
    if (!folder.empty() && !m_runner->writing())
        m_runner->askOutlook(folder, m_state.spec);
}

void SynthesisPage::write()
{
    store();
    m_runner->setThreads(m_settings->threads);
    m_runner->write(m_state.spec, m_output->out());
}

void SynthesisPage::takeWritten(const Answer<SynthesisSummary> &summary)
{
    askOutlook();
    if (!summary) {
        if (summary.error().code != ErrorCode::Cancelled)
            emit messaged(
                {Message::Kind::Error, tr("The data set was not written. %1").arg(Text::windowError(summary.error()))});
        return;
    }
    const QLocale locale;
    const SynthesisVersion version = summary->datasets.size() > 1 ? SynthesisVersion::Both : m_state.spec.version;
    QString sentence = tr("%1 are written, in %2 s.")
                           .arg(SynthesisWords::images(summary->images, version),
                                locale.toString(summary->seconds, 'f', summary->seconds < 10.0 ? 1 : 0));
    if (summary->kept > 0)
        sentence += QLatin1Char(' ') + tr("%n of them stood already.", nullptr, static_cast<int>(summary->kept));
    m_output->setWritten(sentence, summary->datasets);
}

void SynthesisPage::compareWith(const QString &image)
{
    m_state.realImage = image;
    showReal();
}

void SynthesisPage::chooseReal()
{
    const QString file =
        QFileDialog::getOpenFileName(this, tr("Compare with"), QFileInfo(m_state.realImage).path(),
                                     tr("Images (*.png *.jpg *.jpeg *.bmp *.tif *.tiff);;All files (*)"));
    if (!file.isEmpty())
        compareWith(file);
}

/// The file that was chosen, else the image that is open, unless it was made, else the first of those that the surface
/// is like.
void SynthesisPage::showReal()
{
    const int row = m_session->currentRow();
    const bool open = row >= 0 && m_session->document().hasImages();
    m_preview->setOpenImage(open);
    if (!isVisible())
        return;
    std::vector<std::filesystem::path> files;
    if (!m_state.realImage.isEmpty()) {
        files.push_back(pathOf(m_state.realImage));
    } else {
        if (open)
            files.push_back(m_session->document().image(row).path);
        if (m_state.spec.surface == "exemplar" && !m_state.spec.exemplar.images.empty())
            files.push_back(m_state.spec.exemplar.images.front().path);
    }
    if (!files.empty())
        return openRealImage(std::move(files));
    m_realJob.abandon();
    m_preview->sayReal(tr("Open a folder, or choose a real image to compare with."));
}

/// The first that was not made, else the first.
void SynthesisPage::openRealImage(std::vector<std::filesystem::path> files)
{
    const auto job = [engine = m_session->engine(), files = std::move(files)](const JobContext &context) {
        const auto real = std::ranges::find_if_not(files, isMade);
        const bool made = real == files.end();
        const std::filesystem::path &file = made ? files.front() : *real;
        return openInMemory(*engine, file, context).map([&](OpenedImage &&opened) {
            return RealPicture{std::move(opened.image), file, made};
        });
    };
    m_realJob.start(job, [this](Result<RealPicture> real) {
        if (!real)
            return m_preview->sayReal(Text::error(real.error()));
        const QString name = fileNameOf(real->file);
        m_preview->setReal(std::move(real->image), real->made ? tr("%1: made, not a real one").arg(name) : name);
    });
}

void SynthesisPage::store() const
{
    SynthesisState state = m_state;
    state.out = QString::fromStdString(m_output->out().string());
    state.like = QString::fromStdString(m_content->like().string());
    state.stained = m_preview->wantsStained();
    if (state.spec.surface == "exemplar" && state.spec.exemplar.images.empty())
        state.spec.surface = SynthesisSpec{}.surface; // half chosen
    static_cast<void>(saveSynthesisState(state, m_folder));
}

void SynthesisPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    look();
    showReal();
    askOutlook();
}

void SynthesisPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_runner->dropPreview();
    store();
}

void SynthesisPage::keyPressEvent(QKeyEvent *event)
{
    if ((event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) != Qt::NoModifier ||
        !m_preview->takeKey(event->key()))
        QWidget::keyPressEvent(event);
}

void SynthesisPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
        m_output->setProblem(problem());
    }
    QWidget::changeEvent(event);
}

} // namespace patina
