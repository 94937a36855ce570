#include "ui/look.h"
#include "ui/panels/dock_scroll.h"
#include "ui/panels/page_head.h"
#include "ui/synthesis/content_box.h"
#include "ui/synthesis/output_box.h"
#include "ui/synthesis/preset_menu.h"
#include "ui/synthesis/preview_view.h"
#include "ui/synthesis/range_panel.h"
#include "ui/synthesis/synthesis_page.h"
#include "ui/text/text.h"

#include <QApplication>
#include <QLabel>
#include <QSplitter>
#include <QVBoxLayout>

namespace patina {

namespace {

constexpr int kOutlookAfterMs = 300;
constexpr int kImagesAfterMs = 250;

} // namespace

void SynthesisPage::createLayout(const QString &folder)
{
    m_head = new PageHead(QStringLiteral("synthesisLeave"), this);
    m_presets = new PresetMenu(folder + QStringLiteral("/presets"), m_head);
    m_head->addCommand(m_presets);
    auto *fields = new QWidget;
    m_content = new SynthesisContentBox(fields);
    m_rangeTitle = new QLabel(fields);
    QFont bold = m_rangeTitle->font();
    bold.setBold(true);
    m_rangeTitle->setFont(bold);
    m_ranges = new RangePanel(fields);
    auto *column = new QVBoxLayout(fields);
    column->setContentsMargins(kGrid, kGrid, kGrid, kGrid);
    column->setSpacing(2 * kGrid);
    column->addWidget(m_content);
    column->addWidget(m_rangeTitle);
    column->addWidget(m_ranges);
    column->addStretch(1);
    auto *scroll = new DockScroll(fields, this);
    scroll->setObjectName(QStringLiteral("synthesisFields"));
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setMinimumWidth(40 * kGrid);
    auto *right = new QWidget(this);
    m_preview = new SynthesisPreviewView(right);
    m_output = new SynthesisOutputBox(right);
    auto *rows = new QVBoxLayout(right);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_preview, 1);
    rows->addWidget(PageHead::rule(right));
    rows->addWidget(m_output);
    auto *halves = new QSplitter(this);
    halves->setChildrenCollapsible(false);
    halves->addWidget(scroll);
    halves->addWidget(right);
    halves->setStretchFactor(0, 0);
    halves->setStretchFactor(1, 1);
    halves->setSizes({44 * kGrid, 120 * kGrid});
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(m_head);
    whole->addWidget(PageHead::rule(this));
    whole->addWidget(halves, 1);
    m_outlookSoon.setSingleShot(true);
    m_outlookSoon.setInterval(kOutlookAfterMs);
    m_imagesSoon.setSingleShot(true);
    m_imagesSoon.setInterval(kImagesAfterMs);
}

void SynthesisPage::connectFields()
{
    connect(m_content, &FormColumn::edited, this, &SynthesisPage::fieldsChanged);
    connect(m_content, &SynthesisContentBox::likeChanged, this, [this] { askImages(std::nullopt); });
    connect(m_ranges, &RangePanel::edited, this, &SynthesisPage::fieldsChanged);
    connect(m_output, &SynthesisOutputBox::edited, this, &SynthesisPage::fieldsChanged);
    connect(m_output, &SynthesisOutputBox::outChanged, this, [this] {
        m_output->setOutlook(std::nullopt);
        m_output->setWritten({}, {});
        m_outlookSoon.start();
    });
    connect(&m_outlookSoon, &QTimer::timeout, this, &SynthesisPage::askOutlook);
    connect(&m_imagesSoon, &QTimer::timeout, this, &SynthesisPage::chooseImages);
    connect(m_output, &SynthesisOutputBox::writeWanted, this, &SynthesisPage::write);
    connect(m_output, &SynthesisOutputBox::cancelWanted, m_runner, &SynthesisRunner::cancelWriting);
    connect(m_output, &SynthesisOutputBox::cancelWanted, this, [this] { m_output->setWriting(true, true); });
    connect(m_output, &SynthesisOutputBox::projectWanted, this, &SynthesisPage::projectWanted);
    connect(m_output, &SynthesisOutputBox::folderWanted, this, &SynthesisPage::folderWanted);
    connect(m_preview, &SynthesisPreviewView::subjectChanged, this, &SynthesisPage::look);
    connect(m_preview, &SynthesisPreviewView::moved, this, [this] { m_runner->look(m_preview->visibleArea()); });
    connect(m_preview, &SynthesisPreviewView::realFileWanted, this, &SynthesisPage::chooseReal);
    connect(m_preview, &SynthesisPreviewView::openImageWanted, this, [this] {
        m_state.realImage.clear();
        showReal();
    });
    connect(m_presets, &PresetMenu::chosen, this, &SynthesisPage::openSpec);
    connect(m_presets, &PresetMenu::keepWanted, this,
            [this](const QString &name) { m_presets->keep(name, m_state.spec); });
    connect(m_presets, &PresetMenu::saveWanted, this, [this](const QString &file) {
        if (const auto written = SynthesisPresets::writeSpec(file, m_state.spec); !written)
            emit messaged({Message::Kind::Error, Text::windowError(written.error())});
    });
    connect(m_presets, &PresetMenu::failed, this, [this](const QString &sentence) {
        emit messaged({Message::Kind::Error, sentence});
    });
    connect(m_head, &PageHead::leaveWanted, this, &SynthesisPage::leaveWanted);
}

void SynthesisPage::connectRunner()
{
    connect(m_runner, &SynthesisRunner::previewed, m_preview, &SynthesisPreviewView::show);
    connect(m_runner, &SynthesisRunner::previewFailed, m_preview,
            [this](const Error &error) { m_preview->say(Text::windowError(error)); });
    connect(m_runner, &SynthesisRunner::paceKnown, this, [this] { m_output->setPace(m_runner->pace()); });
    connect(m_runner, &SynthesisRunner::outlookKnown, this, [this](const Answer<DatasetOutlook> &outlook) {
        if (!m_outlookSoon.isActive()) // else it is of what was there before
            m_output->setOutlook(outlook ? std::optional(*outlook) : std::nullopt);
    });
    connect(m_runner, &SynthesisRunner::imagesChosen, this, &SynthesisPage::takeImages);
    connect(m_runner, &SynthesisRunner::writingChanged, m_output,
            [this](bool writing) { m_output->setWriting(writing, m_runner->stopping()); });
    connect(m_runner, &SynthesisRunner::writeProgressed, m_output, &SynthesisOutputBox::showProgress);
    connect(m_runner, &SynthesisRunner::written, this, &SynthesisPage::takeWritten);
    connect(m_session, &Session::currentChanged, this, &SynthesisPage::showReal);
}

std::vector<QWidget *> SynthesisPage::sections() const
{
    std::vector<QWidget *> fields = m_content->sections();
    const auto add = [&](const std::vector<QWidget *> &more) { fields.insert(fields.end(), more.begin(), more.end()); };
    add({m_ranges->first()});
    add(m_preview->sections());
    add(m_output->sections());
    return fields;
}

QString SynthesisPage::mainWords() const
{
    return tr("Write the data set");
}

void SynthesisPage::setMainKey(const QString &key)
{
    m_output->setWriteKey(key);
}

void SynthesisPage::doMain()
{
    if (QWidget *typed = QApplication::focusWidget(); typed != nullptr && isAncestorOf(typed)) {
        typed->clearFocus(); // what is being typed is taken when it is left
        typed->setFocus();
    }
    m_output->want();
}

void SynthesisPage::retranslateUi()
{
    setAccessibleName(tr("Synthesis"));
    m_head->setTitle(tr("Synthetic parts"));
    m_rangeTitle->setText(tr("Ranges"));
}

} // namespace patina
