#include "ui/synthesis/output_box.h"

#include "core/synthesis/spec_fields.h"
#include "ui/look.h"
#include "ui/panels/form_column.h"
#include "ui/panels/path_field.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace patina {

namespace {

constexpr const char *kCountNames[] = {"synthesisTrain", "synthesisValidation", "synthesisTestGood",
                                       "synthesisTestDefect", "synthesisTestAmbiguous"};
constexpr int SynthesisCounts::*kCounts[] = {&SynthesisCounts::train, &SynthesisCounts::validation,
                                             &SynthesisCounts::testGood, &SynthesisCounts::testDefect,
                                             &SynthesisCounts::testAmbiguous};

QLabel *label(const char *name, QWidget *parent)
{
    auto *made = new QLabel(parent);
    made->setObjectName(QLatin1String(name));
    made->setWordWrap(true);
    made->setTextFormat(Qt::PlainText);
    return made;
}

QPushButton *button(const char *name, QWidget *parent)
{
    auto *made = new QPushButton(parent);
    made->setObjectName(QLatin1String(name));
    made->setAutoDefault(false);
    return made;
}

} // namespace

SynthesisOutputBox::SynthesisOutputBox(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("synthesisOutput"));
    auto *counts = new FormColumn(this);
    auto *size = new FormColumn(this);
    createCounts(counts);
    createSize(size);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kGrid, kGrid, kGrid, kGrid);
    row->setSpacing(3 * kGrid);
    row->addWidget(counts);
    row->addWidget(size);
    row->addWidget(createRun(), 1);
    for (FormColumn *column : {counts, size})
        column->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    retranslateUi();
    setSpec({});
}

QSpinBox *SynthesisOutputBox::addCount(FormColumn *column, const char *name, QLabel *&said)
{
    auto *field = new QSpinBox(this);
    field->setRange(0, synthesis::largestCount);
    field->setGroupSeparatorShown(true);
    said = column->addField(field, QLatin1String(name));
    connect(field, &QSpinBox::valueChanged, this, &SynthesisOutputBox::edited);
    return field;
}

void SynthesisOutputBox::createCounts(FormColumn *column)
{
    m_countTitle = column->addTitle();
    for (std::size_t i = 0; i < std::size(kCounts); ++i)
        m_counts[i] = addCount(column, kCountNames[i], m_countLabels[i]);
}

void SynthesisOutputBox::createSize(FormColumn *column)
{
    m_sizeTitle = column->addTitle();
    m_width = addCount(column, "synthesisWidth", m_widthLabel);
    m_height = addCount(column, "synthesisHeight", m_heightLabel);
    for (QSpinBox *side : {m_width, m_height}) {
        side->setRange(synthesis::smallestSidePx, synthesis::largestSidePx);
        side->setKeyboardTracking(false);
    }
    m_scale = new QDoubleSpinBox(this);
    m_scale->setDecimals(4);
    m_scale->setRange(synthesis::smallestMmPerPixel, synthesis::largestMmPerPixel);
    m_scale->setSingleStep(0.005);
    m_scale->setKeyboardTracking(false);
    m_scaleLabel = column->addField(m_scale, QStringLiteral("synthesisScale"));
    m_depth = new QComboBox(this);
    for (const int bits : synthesisBitDepths())
        m_depth->addItem(QString(), bits);
    m_depthLabel = column->addField(m_depth, QStringLiteral("synthesisDepth"));
    m_version = new QComboBox(this);
    for (const auto version : {SynthesisVersion::Both, SynthesisVersion::Clean, SynthesisVersion::Stained})
        m_version->addItem(QString(), static_cast<int>(version));
    m_versionLabel = column->addField(m_version, QStringLiteral("synthesisVersion"));
    m_version->setMinimumContentsLength(19);
    connect(m_scale, &QDoubleSpinBox::valueChanged, this, &SynthesisOutputBox::edited);
    connect(m_depth, &QComboBox::activated, this, &SynthesisOutputBox::edited);
    connect(m_version, &QComboBox::activated, this, &SynthesisOutputBox::edited);
}

QWidget *SynthesisOutputBox::createRun()
{
    auto *run = new QWidget(this);
    m_outTitle = new QLabel(run);
    QFont bold = m_outTitle->font();
    bold.setBold(true);
    m_outTitle->setFont(bold);
    m_out = new PathField(PathField::Kind::Folder, QStringLiteral("synthesisOut"), run);
    m_outTitle->setBuddy(m_out);
    m_note = label("synthesisNote", run);
    m_forecast = label("synthesisForecast", run);
    m_bar = new QProgressBar(run);
    m_bar->setObjectName(QStringLiteral("synthesisProgress"));
    m_bar->setTextVisible(false);
    m_bar->setMaximumHeight(12);
    m_bar->setFocusPolicy(Qt::ClickFocus);
    m_write = button("synthesisWrite", run);
    m_cancel = button("synthesisCancel", run);
    m_open = button("synthesisOpenProject", run);
    m_openSecond = button("synthesisOpenSecond", run);
    m_folder = button("synthesisOpenFolder", run);
    auto *column = new QVBoxLayout(run);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGrid);
    for (QWidget *part :
         {static_cast<QWidget *>(m_outTitle), static_cast<QWidget *>(m_out), static_cast<QWidget *>(m_note),
          static_cast<QWidget *>(m_forecast), static_cast<QWidget *>(m_bar)})
        column->addWidget(part);
    column->addStretch(1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(kGrid);
    for (QPushButton *part : {m_write, m_cancel, m_open, m_openSecond, m_folder})
        buttons->addWidget(part);
    buttons->addStretch(1);
    column->addLayout(buttons);
    connect(m_out, &PathField::edited, this, &SynthesisOutputBox::outChanged);
    connect(m_write, &QPushButton::clicked, this, &SynthesisOutputBox::askToWrite);
    connect(m_cancel, &QPushButton::clicked, this, &SynthesisOutputBox::cancelWanted);
    const auto dataset = [this](std::size_t from) { return QString::fromStdString(datasets().at(from).string()); };
    // The version with impurities comes second, and is the one that is looked at as a rule.
    connect(m_open, &QPushButton::clicked, this,
            [this, dataset] { emit projectWanted(dataset(datasets().size() - 1)); });
    connect(m_openSecond, &QPushButton::clicked, this, [this, dataset] { emit projectWanted(dataset(0)); });
    connect(m_folder, &QPushButton::clicked, this,
            [this, dataset] { emit folderWanted(dataset(datasets().size() - 1)); });
    return run;
}

void SynthesisOutputBox::setSpec(const SynthesisSpec &spec)
{
    m_spec = spec;
    for (std::size_t i = 0; i < std::size(kCounts); ++i) {
        const QSignalBlocker quiet(m_counts[i]);
        m_counts[i]->setValue(spec.counts.*kCounts[i]);
    }
    const QSignalBlocker quietWidth(m_width);
    const QSignalBlocker quietHeight(m_height);
    const QSignalBlocker quietScale(m_scale);
    m_width->setValue(spec.widthPx);
    m_height->setValue(spec.heightPx);
    m_scale->setValue(spec.mmPerPixel);
    m_depth->setCurrentIndex(m_depth->findData(spec.bitDepth));
    m_version->setCurrentIndex(m_version->findData(static_cast<int>(spec.version)));
    m_version->setEnabled(!spec.impurities.empty());
    m_counts[3]->setEnabled(!spec.defects.empty());
    m_counts[4]->setEnabled(!spec.ambiguous.empty());
    showState();
}

void SynthesisOutputBox::put(SynthesisSpec &spec) const
{
    for (std::size_t i = 0; i < std::size(kCounts); ++i)
        spec.counts.*kCounts[i] = m_counts[i]->value();
    if (m_width->value() != spec.widthPx || m_height->value() != spec.heightPx)
        spec.exemplar.whole = false; // a size that is asked for is cut
    spec.widthPx = m_width->value();
    spec.heightPx = m_height->value();
    if (std::abs(m_scale->value() - spec.mmPerPixel) > 5e-5) // what was not changed keeps all of its digits
        spec.mmPerPixel = m_scale->value();
    spec.bitDepth = m_depth->currentData().toInt();
    spec.version = static_cast<SynthesisVersion>(m_version->currentData().toInt());
}

std::vector<QWidget *> SynthesisOutputBox::sections() const
{
    return {m_counts[0], m_width, m_out->line()};
}

void SynthesisOutputBox::setOut(const std::filesystem::path &folder)
{
    m_out->setPath(folder);
}

std::filesystem::path SynthesisOutputBox::out() const
{
    return m_out->path();
}

void SynthesisOutputBox::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

} // namespace patina
