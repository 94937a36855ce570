#include "ui/synthesis/content_box.h"

#include "ui/look.h"
#include "ui/panels/path_field.h"
#include "ui/synthesis/check_grid.h"
#include "ui/synthesis/synthesis_words.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRandomGenerator>
#include <QToolButton>

namespace patina {

namespace {

void select(QComboBox *box, const QVariant &data)
{
    if (const int at = box->findData(data); at >= 0)
        box->setCurrentIndex(at);
}

QString qt(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

SynthesisContentBox::SynthesisContentBox(QWidget *parent) : FormColumn(parent), m_partTitle(addTitle())
{
    createSurface();
    createContents();
    setFocusProxy(m_surface);
    retranslateUi();
    setSpec({});
}

void SynthesisContentBox::createSurface()
{
    m_surface = new QComboBox(this);
    for (const std::string_view name : synthesisSurfaces())
        m_surface->addItem(QString(), qt(name));
    m_surfaceLabel = addField(m_surface, QStringLiteral("synthesisSurface"));
    m_like = new PathField(PathField::Kind::Folder, QStringLiteral("synthesisLike"), this);
    m_likeLabel = addField(m_like);
    m_base = new QComboBox(this);
    for (const auto base : {ExemplarBase::Texture, ExemplarBase::Photo})
        m_base->addItem(QString(), static_cast<int>(base));
    m_baseLabel = addField(m_base, QStringLiteral("synthesisBase"));
    m_likeNote = makeNote(QStringLiteral("synthesisLikeNote"), this);
    addWide(m_likeNote);
    m_light = new QComboBox(this);
    for (const auto kind : {LightKind::Bar, LightKind::Ring})
        m_light->addItem(QString(), static_cast<int>(kind));
    m_lightLabel = addField(m_light, QStringLiteral("synthesisLight"));
    m_seedRow = new QWidget(this);
    m_seed = new QLineEdit(m_seedRow);
    m_seed->setObjectName(QStringLiteral("synthesisSeed"));
    m_dice = new QToolButton(m_seedRow);
    m_dice->setObjectName(QStringLiteral("synthesisDice"));
    m_dice->setIcon(themedIcon(QStringLiteral("dice")));
    auto *row = new QHBoxLayout(m_seedRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGrid / 2);
    row->addWidget(m_seed, 1);
    row->addWidget(m_dice);
    m_seedRow->setFocusProxy(m_seed);
    m_seedLabel = addField(m_seedRow);
    connect(m_surface, &QComboBox::activated, this, [this] {
        showExemplar();
        emit edited();
    });
    connect(m_like, &PathField::edited, this, &SynthesisContentBox::likeChanged);
    connect(m_base, &QComboBox::activated, this, &SynthesisContentBox::likeChanged);
    connect(m_light, &QComboBox::activated, this, &FormColumn::edited);
    connect(m_seed, &QLineEdit::editingFinished, this, &SynthesisContentBox::seedTyped);
    connect(m_dice, &QToolButton::clicked, this, &SynthesisContentBox::rollDice);
}

void SynthesisContentBox::createContents()
{
    m_defectTitle = addTitle();
    m_defects = new CheckGrid(QStringLiteral("defect"), synthesisDefects(), 2, this);
    addWide(m_defects);
    m_impurityTitle = addTitle();
    m_impurities = new CheckGrid(QStringLiteral("impurity"), synthesisImpurities(), 2, this);
    addWide(m_impurities);
    m_ambiguousTitle = addTitle();
    m_ambiguous = new CheckGrid(QStringLiteral("ambiguous"), synthesisAmbiguities(), 1, this);
    addWide(m_ambiguous);
    for (CheckGrid *grid : {m_defects, m_impurities, m_ambiguous})
        connect(grid, &CheckGrid::edited, this, &FormColumn::edited);
}

void SynthesisContentBox::setSpec(const SynthesisSpec &spec)
{
    select(m_surface, qt(spec.surface));
    select(m_base, static_cast<int>(spec.exemplar.base));
    select(m_light, static_cast<int>(spec.light));
    m_seedValue = spec.seed;
    m_seed->setText(QString::number(spec.seed));
    m_defects->setChosen(spec.defects);
    m_impurities->setChosen(spec.impurities);
    m_ambiguous->setChosen(spec.ambiguous);
    m_noDefects = !spec.defects.empty() && spec.counts.testDefect == 0;
    m_noAmbiguous = !spec.ambiguous.empty() && spec.counts.testAmbiguous == 0;
    showNotes();
    showExemplar();
}

void SynthesisContentBox::put(SynthesisSpec &spec) const
{
    spec.surface = m_surface->currentData().toString().toStdString();
    spec.light = static_cast<LightKind>(m_light->currentData().toInt());
    spec.seed = m_seedValue;
    spec.defects = m_defects->chosen();
    spec.impurities = m_impurities->chosen();
    spec.ambiguous = m_ambiguous->chosen();
}

void SynthesisContentBox::setLike(const std::filesystem::path &folder)
{
    m_like->setPath(folder);
}

std::filesystem::path SynthesisContentBox::like() const
{
    return m_like->path();
}

ExemplarBase SynthesisContentBox::base() const
{
    return static_cast<ExemplarBase>(m_base->currentData().toInt());
}

void SynthesisContentBox::setLikeNote(const QString &text)
{
    m_likeNote->setText(text);
    showExemplar();
}

void SynthesisContentBox::showExemplar()
{
    const bool exemplar = m_surface->currentData().toString() == QLatin1String("exemplar");
    for (QWidget *field : {static_cast<QWidget *>(m_like), static_cast<QWidget *>(m_base)})
        setFieldVisible(field, exemplar);
    setFieldVisible(m_likeNote, exemplar && !m_likeNote->text().isEmpty());
}

std::vector<QWidget *> SynthesisContentBox::sections() const
{
    return {m_surface, m_defects->first(), m_impurities->first(), m_ambiguous->first()};
}

void SynthesisContentBox::showNotes()
{
    m_defects->setNote(m_noDefects ? tr("None is written: below, the number of each defect is 0.") : QString());
    m_ambiguous->setNote(m_noAmbiguous ? tr("None is written: below, the number of ambiguous ones is 0.") : QString());
}

void SynthesisContentBox::rollDice()
{
    m_seedValue = QRandomGenerator::global()->bounded(1, 1'000'000'000);
    m_seed->setText(QString::number(m_seedValue));
    emit edited();
}

void SynthesisContentBox::seedTyped()
{
    bool is = false;
    const qulonglong value = m_seed->text().trimmed().toULongLong(&is);
    m_seed->setText(QString::number(is ? value : m_seedValue)); // what is no number is not taken
    if (!is || value == m_seedValue)
        return;
    m_seedValue = value;
    emit edited();
}

void SynthesisContentBox::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    FormColumn::changeEvent(event);
}

void SynthesisContentBox::retranslateUi()
{
    m_partTitle->setText(tr("Part"));
    say(m_surfaceLabel, tr("Surface"), tr("How the metal was machined"));
    for (int i = 0; i < m_surface->count(); ++i)
        m_surface->setItemText(i, SynthesisWords::model(m_surface->itemData(i).toString().toStdString()));
    say(m_likeLabel, tr("Real images"), tr("Folder of good images, or a data set, that the surface is to be like"));
    m_like->setWords(tr("Folder of good images"), {}, tr("Folder"));
    say(m_baseLabel, tr("Made from them"));
    m_base->setItemText(0, tr("New texture like theirs"));
    m_base->setItemText(1, tr("The images themselves"));
    say(m_lightLabel, tr("Light"));
    m_light->setItemText(0, tr("Bar"));
    m_light->setItemText(1, tr("Ring"));
    say(m_seedLabel, tr("Seed"), tr("The same seed makes the same images"));
    m_dice->setToolTip(tr("Roll the dice"));
    m_dice->setAccessibleName(tr("Roll the dice"));
    m_defectTitle->setText(tr("Defects"));
    m_impurityTitle->setText(tr("Impurities"));
    m_ambiguousTitle->setText(tr("Ambiguous cases"));
    for (CheckGrid *grid : {m_defects, m_impurities, m_ambiguous})
        grid->retranslate();
    showNotes();
}

} // namespace patina
