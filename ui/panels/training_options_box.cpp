#include "ui/panels/training_options_box.h"

#include "ui/look.h"
#include "ui/panels/path_field.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>
#include <limits>

namespace patina {

namespace {

constexpr int kMost = std::numeric_limits<int>::max();
enum Label {
    Layers,
    Scale,
    Sigma,
    Tile,
    Holdout,
    MaxImages,
    Projection,
    Reservoir,
    Sample,
    Seed,
    SupportRows,
    Exclude
};

QSpinBox *spin(int least, int most, int value, QWidget *parent)
{
    auto *box = new QSpinBox(parent);
    box->setRange(least, most);
    box->setValue(value);
    box->setGroupSeparatorShown(true);
    return box;
}

QDoubleSpinBox *realSpin(double least, double most, double value, int decimals, QWidget *parent)
{
    auto *box = new QDoubleSpinBox(parent);
    box->setRange(least, most);
    box->setDecimals(decimals);
    box->setValue(value);
    return box;
}

} // namespace

TrainingOptionsBox::TrainingOptionsBox(QWidget *parent)
    : QWidget(parent), m_fold(new QToolButton(this)), m_fields(new FormColumn(this))
{
    m_fold->setObjectName(QStringLiteral("trainingMore"));
    m_fold->setCheckable(true);
    m_fold->setAutoRaise(true);
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_fold->setArrowType(Qt::RightArrow);
    m_fold->setFocusPolicy(Qt::StrongFocus);
    createNetwork();
    createSelection();
    createExclusions();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGrid);
    column->addWidget(m_fold, 0, Qt::AlignLeft);
    column->addWidget(m_fields);
    connect(m_fold, &QToolButton::toggled, this, &TrainingOptionsBox::showState);
    connectFields();
    retranslateUi();
    showState();
}

void TrainingOptionsBox::createNetwork()
{
    const TrainRequest usual;
    m_layers = new QLineEdit(m_fields);
    m_labels[Layers] = m_fields->addField(m_layers, QStringLiteral("trainingLayers"));
    m_scale = realSpin(1.0, 100.0, 100.0 * usual.scale, 1, m_fields);
    m_labels[Scale] = m_fields->addField(m_scale, QStringLiteral("trainingScale"));
    m_sigma = realSpin(0.0, 100.0, usual.sigmaPx, 1, m_fields);
    m_labels[Sigma] = m_fields->addField(m_sigma, QStringLiteral("trainingSigma"));
    m_tile = spin(0, 16384, usual.tilePx, m_fields);
    m_labels[Tile] = m_fields->addField(m_tile, QStringLiteral("trainingTile"));
    m_holdout = spin(0, 90, static_cast<int>(std::lround(100.0 * usual.holdout)), m_fields);
    m_labels[Holdout] = m_fields->addField(m_holdout, QStringLiteral("trainingHoldout"));
    m_maxImages = spin(0, kMost, 0, m_fields);
    m_labels[MaxImages] = m_fields->addField(m_maxImages, QStringLiteral("trainingMaxImages"));
}

void TrainingOptionsBox::createSelection()
{
    const TrainRequest usual;
    m_projection = spin(-1, 4096, usual.projectionDim, m_fields);
    m_labels[Projection] = m_fields->addField(m_projection, QStringLiteral("trainingProjection"));
    m_reservoir = spin(1, 1 << 20, static_cast<int>(usual.reservoirBytes >> 20), m_fields);
    m_labels[Reservoir] = m_fields->addField(m_reservoir, QStringLiteral("trainingReservoir"));
    m_sample = spin(0, kMost, 0, m_fields);
    m_labels[Sample] = m_fields->addField(m_sample, QStringLiteral("trainingSample"));
    m_seed = spin(0, kMost, 0, m_fields);
    m_labels[Seed] = m_fields->addField(m_seed, QStringLiteral("trainingSeed"));
}

void TrainingOptionsBox::createExclusions()
{
    m_support = new QComboBox(m_fields);
    for (const Support rule : {Support::KeepAll, Support::Auto, Support::AtLeast, Support::Off})
        m_support->addItem(QString(), static_cast<int>(rule));
    m_labels[SupportRows] = m_fields->addField(m_support, QStringLiteral("trainingSupport"));
    m_supportImages = spin(2, 1'000'000, 2, m_fields);
    m_supportImages->setObjectName(QStringLiteral("trainingSupportImages"));
    m_fields->addWide(m_supportImages);
    m_exclude = new PathField(PathField::Kind::FileToRead, QStringLiteral("trainingExclude"), m_fields);
    m_labels[Exclude] = m_fields->addField(m_exclude);
    const std::array names{"trainingKeepOutDefects", "trainingKeepOutImpurities", "trainingKeepOutAmbiguous"};
    for (std::size_t i = 0; i < m_kinds.size(); ++i) {
        m_kinds[i] = new QCheckBox(m_fields);
        m_kinds[i]->setObjectName(QLatin1String(names[i]));
        m_kinds[i]->setChecked(i != Impurity);
        m_fields->addWide(m_kinds[i]);
    }
    m_strict = new QCheckBox(m_fields);
    m_strict->setObjectName(QStringLiteral("trainingStrict"));
    m_fields->addWide(m_strict);
}

void TrainingOptionsBox::connectFields()
{
    for (QSpinBox *box : {m_tile, m_holdout, m_maxImages, m_projection, m_reservoir, m_sample, m_seed, m_supportImages})
        connect(box, &QSpinBox::valueChanged, this, &TrainingOptionsBox::edited);
    for (QDoubleSpinBox *box : {m_scale, m_sigma})
        connect(box, &QDoubleSpinBox::valueChanged, this, &TrainingOptionsBox::edited);
    for (QCheckBox *box : {m_kinds[0], m_kinds[1], m_kinds[2], m_strict})
        connect(box, &QCheckBox::toggled, this, &TrainingOptionsBox::edited);
    connect(m_layers, &QLineEdit::textEdited, this, &TrainingOptionsBox::edited);
    connect(m_exclude, &PathField::edited, this, &TrainingOptionsBox::edited);
    connect(m_support, &QComboBox::activated, this, [this] {
        showState();
        emit edited();
    });
}

void TrainingOptionsBox::setUnfolded(bool unfolded)
{
    m_fold->setChecked(unfolded);
}

bool TrainingOptionsBox::unfolded() const
{
    return m_fold->isChecked();
}

void TrainingOptionsBox::setBackbone(const BackboneInfo *backbone)
{
    QStringList usual;
    m_layerNames.clear();
    if (backbone) {
        for (const std::string &name : backbone->defaultLayers)
            usual << QString::fromStdString(name);
        for (const BackboneLayer &layer : backbone->layers)
            m_layerNames << QString::fromStdString(layer.name);
    }
    m_layers->setPlaceholderText(usual.join(QStringLiteral(", ")));
    retranslateUi();
}

SupportRule TrainingOptionsBox::support() const
{
    switch (static_cast<Support>(m_support->currentData().toInt())) {
    case Support::KeepAll:
        break;
    case Support::Auto:
        return {SupportRule::Kind::Auto, 1};
    case Support::AtLeast:
        return {SupportRule::Kind::AtLeast, m_supportImages->value()};
    case Support::Off:
        return {SupportRule::Kind::Off, 1};
    }
    return {};
}

void TrainingOptionsBox::put(TrainingOrder &order) const
{
    TrainRequest &request = order.job.request;
    request.layers.clear();
    for (const QString &layer : m_layers->text().split(QLatin1Char(','), Qt::SkipEmptyParts))
        if (!layer.trimmed().isEmpty())
            request.layers.push_back(layer.trimmed().toStdString());
    request.scale = m_scale->value() / 100.0;
    request.sigmaPx = m_sigma->value();
    request.tilePx = m_tile->value();
    request.holdout = m_holdout->value() / 100.0;
    request.maxImages = m_maxImages->value();
    request.projectionDim = m_projection->value();
    request.reservoirBytes = std::int64_t{m_reservoir->value()} << 20;
    if (request.coreset.strategy != CoresetStrategy::Reservoir)
        request.sample = m_sample->value();
    request.coreset.seed = static_cast<std::uint64_t>(m_seed->value());
    request.support = support();
    request.excludeList = m_exclude->path();
    request.excludedKinds.clear();
    const std::array kinds{ClassKind::Defect, ClassKind::Impurity, ClassKind::Ambiguous};
    for (std::size_t i = 0; i < m_kinds.size(); ++i)
        if (m_kinds[i]->isChecked())
            request.excludedKinds.insert(kinds[i]);
    request.strict = m_strict->isChecked();
}

void TrainingOptionsBox::showState()
{
    m_fields->setVisible(m_fold->isChecked());
    m_fold->setArrowType(m_fold->isChecked() ? Qt::DownArrow : Qt::RightArrow);
    m_fields->setFieldVisible(m_supportImages,
                              static_cast<Support>(m_support->currentData().toInt()) == Support::AtLeast);
}

void TrainingOptionsBox::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

void TrainingOptionsBox::retranslateUi()
{
    const auto say = [this](Label label, const QString &text, const QString &tip) {
        FormColumn::say(m_labels[label], text, tip);
    };
    m_fold->setText(tr("More options"));
    say(Layers, tr("Layers"),
        m_layerNames.isEmpty() ? tr("Separated by commas; empty: those that the backbone usually uses")
                               : tr("Separated by commas; there are %1").arg(m_layerNames.join(QStringLiteral(", "))));
    say(Scale, tr("Image scale"), tr("Images are reduced on purpose: faster, and small defects are lost"));
    say(Sigma, tr("Smoothing"), tr("Of the score map: deviation of the Gaussian"));
    say(Tile, tr("Compute tiles"), tr("Side of tiles that the network works on; usually rows stream through it"));
    say(Holdout, tr("Held out"), tr("Share of the images that is kept for the score scale, whole parts at a time"));
    say(MaxImages, tr("Images at most"), tr("A random draw of that many"));
    say(Projection, tr("Projection"), tr("Dimension in which rows are selected; they are kept in full"));
    say(Reservoir, tr("Reservoir"), tr("What the sample of the selection Reservoir may take"));
    say(Sample, tr("Sample"), tr("With another selection than Reservoir: patches that are drawn before it"));
    say(Seed, tr("Seed"), tr("Of every random draw: the same seed gives the same model"));
    say(SupportRows, tr("Lonely rows"), tr("Rows of the bank that few other training images bear out"));
    say(Exclude, tr("Keep out"),
        tr("List of images and regions kept out of the bank; the list of suspects of an earlier "
           "model, without what is good"));
    m_scale->setSuffix(tr(" %"));
    m_sigma->setSuffix(tr(" px"));
    m_tile->setSuffix(tr(" px"));
    m_tile->setSpecialValueText(tr("None"));
    m_holdout->setSuffix(tr(" %"));
    m_maxImages->setSpecialValueText(tr("All"));
    m_projection->setSpecialValueText(tr("Automatic"));
    m_reservoir->setSuffix(tr(" MiB"));
    m_sample->setSpecialValueText(tr("All patches"));
    const QStringList rules{tr("stay"), tr("are dropped where they stand alone"), tr("are dropped below"),
                            tr("are not looked for")};
    for (int i = 0; i < m_support->count(); ++i)
        m_support->setItemText(i, rules.value(i));
    m_supportImages->setSuffix(tr(" images"));
    m_supportImages->setAccessibleName(tr("Images that have to bear a row out"));
    m_exclude->setWords(tr("List of what is kept out"), tr("Lists (*.csv);;All files (*)"), tr("No list"));
    const QStringList kinds{tr("Keep out what is labelled as a defect"), tr("Keep out what is labelled as an impurity"),
                            tr("Keep out what is labelled as ambiguous")};
    for (std::size_t i = 0; i < m_kinds.size(); ++i)
        m_kinds[i]->setText(kinds.value(static_cast<qsizetype>(i)));
    m_strict->setText(tr("An image that cannot be read ends the run"));
}

} // namespace patina
