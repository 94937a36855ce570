#include "ui/studies/study_form.h"

#include "core/coreset/coreset_builder.h"
#include "ui/panels/path_field.h"
#include "ui/studies/study_more.h"

#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

#include <algorithm>

namespace patina {

StudyForm::StudyForm(const StudyState &state, QWidget *parent)
    : FormColumn(parent), m_wantedBackbone(state.backbone), m_title(addTitle()), m_kind(new QComboBox(this))
{
    for (int i = 0; i < kStudyKinds; ++i)
        m_kind->addItem(QString());
    m_kind->setCurrentIndex(static_cast<int>(state.kind));
    m_kindLabel = addField(m_kind, QStringLiteral("studyKind"));
    m_question = makeNote(QStringLiteral("studyQuestion"), this);
    addWide(m_question);
    createDatasets(state);
    createSizes(state);
    createOut(state);
    setFocusProxy(m_kind);
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
        showKind();
        change();
    });
    retranslateUi();
    showKind();
}

void StudyForm::createDatasets(const StudyState &state)
{
    for (std::size_t i = 0; i < m_datasets.size(); ++i) {
        DatasetFields &fields = m_datasets[i];
        const QString number = QString::number(i + 1);
        fields.folder = new PathField(PathField::Kind::Folder, QStringLiteral("studyFolder") + number, this);
        fields.folder->line()->setText(state.folders[i]);
        fields.label = addField(fields.folder);
        fields.groups = createLine(qPrintable(QStringLiteral("studyGroups") + number), state.groups[i]);
        fields.groupsLabel = addField(fields.groups);
        connect(fields.folder, &PathField::edited, this, &StudyForm::change);
    }
}

void StudyForm::createSizes(const StudyState &state)
{
    m_backbone = new QComboBox(this);
    m_backboneLabel = addField(m_backbone, QStringLiteral("studyBackbone"));
    connect(m_backbone, &QComboBox::activated, this, &StudyForm::change);
    m_bankSize = createNumber("studyBankSize", 1, static_cast<int>(largestBankSize), state.bankSize);
    m_bankSize->setSingleStep(500);
    m_bankSizeLabel = addField(m_bankSize);
    m_bankSizes = createLine("studyBankSizes", state.bankSizes);
    m_bankSizesLabel = addField(m_bankSizes);
    m_realImages = createLine("studyImages", state.realImages);
    m_realImagesLabel = addField(m_realImages);
    m_realImagesNote = makeNote(QStringLiteral("studyImagesNote"), this);
    addWide(m_realImagesNote);
    m_mostImages = createNumber("studyMost", 0, kMostStudyImages, state.mostImages);
    m_mostImagesLabel = addField(m_mostImages);
    m_seeds = createNumber("studySeeds", 1, kMostStudySeeds, state.seeds);
    m_seedsLabel = addField(m_seeds);
}

void StudyForm::createOut(const StudyState &state)
{
    m_out = new PathField(PathField::Kind::Folder, QStringLiteral("studyOut"), this);
    m_out->line()->setText(state.out);
    m_outLabel = addField(m_out);
    m_outNote = makeNote(QStringLiteral("studyOutNote"), this);
    addWide(m_outNote);
    connect(m_out, &PathField::edited, this, &StudyForm::change);
    m_more = new StudyMore(state.extras, this);
    addWide(m_more);
    connect(m_more, &StudyMore::edited, this, &StudyForm::change);
}

QSpinBox *StudyForm::createNumber(const char *name, int least, int most, int value)
{
    auto *field = new QSpinBox(this);
    field->setObjectName(QLatin1String(name));
    field->setRange(least, most);
    field->setGroupSeparatorShown(true);
    field->setValue(value);
    connect(field, &QSpinBox::valueChanged, this, &StudyForm::change);
    return field;
}

QLineEdit *StudyForm::createLine(const char *name, const QString &text)
{
    auto *field = new QLineEdit(text, this);
    field->setObjectName(QLatin1String(name));
    connect(field, &QLineEdit::textEdited, this, &StudyForm::change);
    return field;
}

std::vector<QWidget *> StudyForm::sections() const
{
    return {m_kind, m_datasets[0].folder->line(), m_backbone, m_out->line()};
}

StudyKind StudyForm::kind() const
{
    return static_cast<StudyKind>(std::max(0, m_kind->currentIndex()));
}

StudyState StudyForm::state() const
{
    StudyState state;
    state.kind = kind();
    for (std::size_t i = 0; i < m_datasets.size(); ++i) {
        state.folders[i] = m_datasets[i].folder->line()->text();
        state.groups[i] = m_datasets[i].groups->text();
    }
    state.backbone = m_backbone->count() > 0 ? m_backbone->currentText() : m_wantedBackbone;
    state.bankSize = m_bankSize->value();
    state.bankSizes = m_bankSizes->text();
    state.realImages = m_realImages->text();
    state.mostImages = m_mostImages->value();
    state.seeds = m_seeds->value();
    state.out = m_out->line()->text();
    state.extras = m_more->extras();
    return state;
}

StudyOrder StudyForm::order() const
{
    StudyOrder order;
    order.kind = kind();
    for (std::size_t i = 0; i < foldersOf(order.kind); ++i)
        order.folders.push_back({folder(i), m_datasets[i].groups->text().trimmed().toStdString()});
    order.out = m_out->path();
    order.backbone = m_backbone->currentText().toStdString();
    order.sizes.bankSize = m_bankSize->value();
    order.sizes.most = m_mostImages->value();
    if (const auto numbers = studyNumbers(m_realImages->text(), 0, kMostStudyImages))
        order.sizes.realImages = *numbers;
    if (const auto numbers = studyNumbers(m_bankSizes->text(), 1, largestBankSize))
        order.sizes.bankSizes = *numbers;
    order.seeds = m_seeds->value();
    m_more->put(order);
    return order;
}

std::filesystem::path StudyForm::folder(std::size_t index) const
{
    const std::filesystem::path named = m_datasets[index].folder->path();
    return named.empty() ? usualFolder(index) : named;
}

/// Where none is named: the open one; of a set of synthetic parts that is one of two versions, both.
std::filesystem::path StudyForm::usualFolder(std::size_t index) const
{
    if (kind() == StudyKind::CleanStained && !m_open.empty()) {
        const std::filesystem::path open = m_open.lexically_normal();
        const std::filesystem::path whole = (open.has_filename() ? open : open.parent_path()).parent_path();
        const std::array<std::filesystem::path, 2> versions{whole / "clean", whole / "stained"};
        std::error_code ec;
        const bool isOne = std::ranges::any_of(
            versions, [&](const auto &version) { return std::filesystem::equivalent(version, open, ec); });
        if (isOne && std::ranges::all_of(
                         versions, [&](const auto &version) { return std::filesystem::is_directory(version, ec); }))
            return versions[index];
    }
    return index == openFolderOf(kind()) ? m_open : std::filesystem::path();
}

void StudyForm::setOpenFolder(const std::filesystem::path &folder)
{
    m_open = folder;
    retranslateUi();
    change();
}

void StudyForm::setBackbones(const std::vector<std::string> &names)
{
    const QString before = m_backbone->count() > 0 ? m_backbone->currentText() : m_wantedBackbone;
    m_known = true;
    m_backbone->clear();
    for (const std::string &name : names)
        m_backbone->addItem(QString::fromStdString(name));
    m_backbone->setEnabled(!names.empty());
    if (const int found = m_backbone->findText(before); found >= 0)
        m_backbone->setCurrentIndex(found);
    change();
}

void StudyForm::change()
{
    showOutNote();
    emit edited();
}

/// Fields that another study has are out of sight; what stands in them stays.
void StudyForm::showKind()
{
    const StudyKind now = kind();
    for (std::size_t i = 0; i < m_datasets.size(); ++i) {
        setFieldVisible(m_datasets[i].folder, i < foldersOf(now));
        setFieldVisible(m_datasets[i].groups, i < foldersOf(now));
    }
    setFieldVisible(m_bankSize, now != StudyKind::BankSize);
    setFieldVisible(m_bankSizes, now == StudyKind::BankSize);
    setFieldVisible(m_realImages, hasRealImages(now));
    setFieldVisible(m_realImagesNote, hasRealImages(now));
    setFieldVisible(m_mostImages, now != StudyKind::MadeLike);
    m_more->setKind(now);
    retranslateUi();
}

void StudyForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    FormColumn::changeEvent(event);
}

} // namespace patina
