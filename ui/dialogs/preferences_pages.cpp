#include "ui/dialogs/preferences_pages.h"

#include "core/base/user_name.h"
#include "ui/language.h"
#include "ui/look.h"
#include "ui/text/text.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QThread>

namespace patina {

namespace {

/// Shows a value that the list does not have, too: it came from the settings file.
void choose(QComboBox *box, const QVariant &value)
{
    if (box->findData(value) < 0)
        box->addItem(value.toString(), value);
    box->setCurrentIndex(box->findData(value));
}

void setWords(QComboBox *box, const QStringList &words)
{
    for (int i = 0; i < words.size(); ++i)
        box->setItemText(i, words[i]);
}

} // namespace

FormPage::FormPage(QWidget *parent) : PreferencesPage(parent), m_form(new QFormLayout(this))
{
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(2 * kGrid);
    m_form->setVerticalSpacing(kGrid + kGrid / 2);
    m_form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
}

QLabel *FormPage::addField(QWidget *field, const char *objectName)
{
    auto *label = new QLabel(this);
    label->setBuddy(field);
    field->setObjectName(QLatin1String(objectName));
    field->setMinimumWidth(28 * kGrid);
    m_form->addRow(label, field);
    return label;
}

QLabel *FormPage::addRemark()
{
    auto *remark = new QLabel(this);
    remark->setWordWrap(true);
    remark->setForegroundRole(QPalette::PlaceholderText);
    remark->setMinimumWidth(44 * kGrid);
    m_form->addRow(QString(), remark);
    return remark;
}

void FormPage::say(QLabel *label, const QString &text)
{
    label->setText(text);
    label->buddy()->setAccessibleName(QString(text).remove(QLatin1Char('&')));
}

GeneralPage::GeneralPage(QWidget *parent)
    : FormPage(parent), m_language(new QComboBox(this)), m_theme(new QComboBox(this))
{
    m_languageLabel = addField(m_language, "prefLanguage");
    m_themeLabel = addField(m_theme, "prefTheme");
    m_language->addItem(QString(), QString());
    for (const LanguageChoice &language : languages())
        m_language->addItem(language.name, language.code);
    for (const Theme theme : {Theme::System, Theme::Light, Theme::Dark})
        m_theme->addItem(QString(), static_cast<int>(theme));
    connect(m_language, &QComboBox::currentIndexChanged, this, &PreferencesPage::edited);
    connect(m_theme, &QComboBox::currentIndexChanged, this, &PreferencesPage::edited);
}

QString GeneralPage::title() const
{
    return tr("General");
}

void GeneralPage::load(const Settings &settings)
{
    choose(m_language, settings.language);
    choose(m_theme, static_cast<int>(settings.theme));
}

void GeneralPage::store(Settings &settings) const
{
    settings.language = m_language->currentData().toString();
    settings.theme = static_cast<Theme>(m_theme->currentData().toInt());
}

void GeneralPage::retranslate()
{
    say(m_languageLabel, tr("&Language"));
    say(m_themeLabel, tr("&Theme"));
    setWords(m_language, {tr("As the system")});
    setWords(m_theme, {tr("As the system"), tr("Light"), tr("Dark")});
}

ReviewPage::ReviewPage(QWidget *parent) : FormPage(parent), m_reader(new QLineEdit(this))
{
    m_readerLabel = addField(m_reader, "prefReader");
    m_remark = addRemark();
    m_reader->setMaxLength(kLongestReaderName);
    m_reader->setPlaceholderText(QString::fromStdString(userName()));
    connect(m_reader, &QLineEdit::textChanged, this, &PreferencesPage::edited);
}

QString ReviewPage::title() const
{
    return tr("Review");
}

void ReviewPage::load(const Settings &settings)
{
    m_reader->setText(settings.readerName);
}

void ReviewPage::store(Settings &settings) const
{
    settings.readerName = m_reader->text().simplified();
}

void ReviewPage::retranslate()
{
    say(m_readerLabel, tr("&Name of the reader"));
    m_remark->setText(tr("Decisions are kept and journaled under this name; left empty, under the login name. Each "
                         "reader sees his own decisions."));
}

DisplayPage::DisplayPage(QWidget *parent)
    : FormPage(parent), m_colours(new QComboBox(this)), m_opacity(new QSpinBox(this)),
      m_outline(new QDoubleSpinBox(this))
{
    m_coloursLabel = addField(m_colours, "prefColours");
    m_opacityLabel = addField(m_opacity, "prefOpacity");
    m_outlineLabel = addField(m_outline, "prefOutline");
    for (const ColourMap map : kColourMaps)
        m_colours->addItem(QString(), static_cast<int>(map));
    m_opacity->setRange(0, 100);
    m_opacity->setSingleStep(5);
    m_outline->setRange(0.5, 6.0);
    m_outline->setSingleStep(0.5);
    m_outline->setDecimals(1);
    connect(m_colours, &QComboBox::currentIndexChanged, this, &PreferencesPage::edited);
    connect(m_opacity, &QSpinBox::valueChanged, this, &PreferencesPage::edited);
    connect(m_outline, &QDoubleSpinBox::valueChanged, this, &PreferencesPage::edited);
}

QString DisplayPage::title() const
{
    return tr("Display");
}

void DisplayPage::load(const Settings &settings)
{
    choose(m_colours, static_cast<int>(settings.colours));
    m_opacity->setValue(settings.opacityPercent);
    m_outline->setValue(settings.outlineWidth);
}

void DisplayPage::store(Settings &settings) const
{
    settings.colours = static_cast<ColourMap>(m_colours->currentData().toInt());
    settings.opacityPercent = m_opacity->value();
    settings.outlineWidth = m_outline->value();
}

void DisplayPage::retranslate()
{
    say(m_coloursLabel, tr("&Colours of the heatmap"));
    say(m_opacityLabel, tr("&Opacity of the heatmap"));
    say(m_outlineLabel, tr("&Width of outlines"));
    setWords(m_colours, {tr("Viridis"), tr("Inferno"), tr("Turbo"), tr("Grey")});
    m_opacity->setSuffix(tr(" %"));
    m_outline->setSuffix(tr(" px"));
    m_outline->setLocale(QLocale());
}

EnginePage::EnginePage(QWidget *parent)
    : FormPage(parent), m_device(new QComboBox(this)), m_threads(new QSpinBox(this)), m_results(new QSpinBox(this)),
      m_cache(new QSpinBox(this))
{
    m_deviceLabel = addField(m_device, "prefDevice");
    m_threadsLabel = addField(m_threads, "prefThreads");
    m_scoringRemark = addRemark();
    m_resultsLabel = addField(m_results, "prefResults");
    m_resultsRemark = addRemark();
    m_cacheLabel = addField(m_cache, "prefTileCache");
    m_cacheRemark = addRemark();
    for (const char *device : {"cpu", "auto", "cuda"})
        m_device->addItem(QString(), QLatin1String(device));
    m_threads->setRange(0, std::max(64, QThread::idealThreadCount()));
    for (QSpinBox *box : {m_results, m_cache}) {
        box->setRange(64, 1 << 20);
        box->setSingleStep(256);
        box->setGroupSeparatorShown(true);
        connect(box, &QSpinBox::valueChanged, this, &PreferencesPage::edited);
    }
    connect(m_device, &QComboBox::currentIndexChanged, this, &PreferencesPage::edited);
    connect(m_threads, &QSpinBox::valueChanged, this, &PreferencesPage::edited);
}

QString EnginePage::title() const
{
    return tr("Performance");
}

void EnginePage::load(const Settings &settings)
{
    choose(m_device, settings.device);
    m_threads->setValue(settings.threads);
    m_results->setValue(settings.resultsMiB);
    m_cache->setValue(settings.tileCacheMiB);
}

void EnginePage::store(Settings &settings) const
{
    settings.device = m_device->currentData().toString();
    settings.threads = m_threads->value();
    settings.resultsMiB = m_results->value();
    settings.tileCacheMiB = m_cache->value();
}

void EnginePage::retranslate()
{
    say(m_deviceLabel, tr("&Device for scoring"));
    say(m_threadsLabel, tr("&Threads for scoring"));
    say(m_resultsLabel, tr("&Memory for heatmaps"));
    say(m_cacheLabel, tr("Disk for &large images"));
    setWords(m_device, {tr("Processor"), tr("Graphics card where there is one"), tr("Graphics card (CUDA)")});
    m_threads->setSpecialValueText(tr("All cores"));
    m_scoringRemark->setText(tr("An open model is opened anew with these; scores that are there stay."));
    m_results->setSuffix(tr(" MiB"));
    m_resultsRemark->setText(tr("What does not fit is computed anew when it is shown again."));
    m_cache->setSuffix(tr(" MiB"));
    m_cacheRemark->setText(tr("Reduced pictures of large images are kept on the disk, the oldest are removed first."));
    for (QSpinBox *box : {m_threads, m_results, m_cache})
        box->setLocale(QLocale());
}

} // namespace patina
