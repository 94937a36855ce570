#include "ui/models/model_comparison_model.h"

#include "ui/text/model_words.h"
#include "ui/text/text.h"

#include <QFont>
#include <QLocale>

#include <algorithm>

namespace patina {

namespace {

QString number(double value, int decimals)
{
    return QLocale().toString(value, 'f', decimals);
}

QString joined(const std::vector<std::string> &texts)
{
    QStringList list;
    for (const std::string &text : texts)
        list << ModelWords::name(text);
    return list.join(QStringLiteral(", "));
}

} // namespace

VerdictCounts countsOf(const std::vector<ImageScore> &scores, const ScoreRange &range)
{
    VerdictCounts counts;
    counts.scored = static_cast<int>(scores.size());
    if (!range.calibrated())
        return counts;
    for (const ImageScore &score : scores) {
        const Verdict verdict = verdictFor(score.score, *range.review, *range.reject);
        ++(verdict == Verdict::Ok ? counts.ok : verdict == Verdict::Review ? counts.review : counts.ng);
    }
    return counts;
}

void ModelComparisonModel::compare(std::optional<ComparedModel> one, std::optional<ComparedModel> other)
{
    m_one = std::move(one);
    m_other = std::move(other);
    retranslate();
}

void ModelComparisonModel::retranslate()
{
    beginResetModel();
    fill();
    endResetModel();
}

template <typename Of>
void ModelComparisonModel::add(const QString &what, const Of &of)
{
    m_lines.push_back({what, m_one ? of(m_one->info) : QString(), m_other ? of(m_other->info) : QString()});
}

void ModelComparisonModel::fill()
{
    m_lines.clear();
    if (!m_one && !m_other)
        return;
    addResults();
    addBank();
    addOrigin();
    addMaking();
}

/// What came of it in the open project.
void ModelComparisonModel::addResults()
{
    const auto addCount = [this](const QString &what, int VerdictCounts::*count) {
        const auto text = [count](const std::optional<ComparedModel> &model) {
            return model ? ModelWords::count(model->counts.*count) : QString();
        };
        m_lines.push_back({what, text(m_one), text(m_other)});
    };
    addCount(tr("Images scored here"), &VerdictCounts::scored);
    addCount(tr("Of these %1").arg(Text::verdict(Verdict::Ok)), &VerdictCounts::ok);
    addCount(tr("Of these %1").arg(Text::verdict(Verdict::Review)), &VerdictCounts::review);
    addCount(tr("Of these %1").arg(Text::verdict(Verdict::Ng)), &VerdictCounts::ng);
    add(tr("Thresholds of the model"), [](const ModelInfo &info) { return ModelWords::thresholds(info); });
    add(tr("Held-out images"), [](const ModelInfo &info) { return ModelWords::count(std::ssize(info.heldOutImages)); });
}

void ModelComparisonModel::addBank()
{
    add(tr("Bank"), [](const ModelInfo &info) {
        return tr("%1 rows x %2").arg(ModelWords::count(info.bankRows), ModelWords::count(info.bankDim));
    });
    add(tr("Selection"), [](const ModelInfo &info) { return ModelWords::selection(info); });
    add(tr("Covering radius, largest"), [](const ModelInfo &info) { return number(info.figures.coverageRadius, 3); });
    add(tr("Covering radius, 99.9 %"), [](const ModelInfo &info) { return number(info.figures.coverageP999, 3); });
    add(tr("Rows dropped for want of support"), [](const ModelInfo &info) {
        return info.supportRule.empty() ? tr("not counted") : ModelWords::count(info.droppedRows);
    });
    add(tr("Suspect regions"), [](const ModelInfo &info) {
        return info.supportRule.empty() ? tr("not counted") : ModelWords::count(std::ssize(info.suspects));
    });
}

void ModelComparisonModel::addOrigin()
{
    add(tr("Images trained on"), [](const ModelInfo &info) { return ModelWords::count(info.figures.images); });
    add(tr("Patches"), [](const ModelInfo &info) { return ModelWords::count(info.figures.patches); });
    add(tr("Images that could not be read"),
        [](const ModelInfo &info) { return ModelWords::count(info.figures.skipped); });
    add(tr("Data sets"), [](const ModelInfo &info) { return ModelWords::versions(info); });
    add(tr("Began with"), [](const ModelInfo &info) {
        return info.initialHash.empty()
                   ? tr("nothing")
                   : tr("%1, %2").arg(ModelWords::shortHash(info.initialHash), ModelWords::name(info.keep));
    });
    add(tr("Kept out"), [](const ModelInfo &info) {
        return info.excludedImages.empty()
                   ? tr("nothing")
                   : tr("something of %n images", nullptr, static_cast<int>(info.excludedImages.size()));
    });
}

void ModelComparisonModel::addMaking()
{
    add(tr("Backbone"), [](const ModelInfo &info) {
        return tr("%1 (%2)").arg(ModelWords::name(info.backboneName), joined(info.layers));
    });
    add(tr("Image scale"), [](const ModelInfo &info) { return QLocale().toString(info.scale, 'g', 4); });
    add(tr("Bit depth"), [](const ModelInfo &info) { return QLocale().toString(info.bitDepth); });
    add(tr("Trained"), [](const ModelInfo &info) { return ModelWords::time(info.createdUtc); });
    add(tr("Training took"), [](const ModelInfo &info) { return tr("%1 s").arg(number(info.figures.totalS, 0)); });
    add(tr("Peak memory"), [](const ModelInfo &info) { return Text::mebibytes(info.figures.peakBytes); });
    add(tr("SHA-256"), [](const ModelInfo &info) { return ModelWords::shortHash(info.hash); });
}

int ModelComparisonModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int ModelComparisonModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

bool ModelComparisonModel::differs(int row) const
{
    const Line &line = m_lines.at(static_cast<std::size_t>(row));
    return m_one && m_other && line.one != line.other;
}

QVariant ModelComparisonModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Line &line = m_lines.at(static_cast<std::size_t>(index.row()));
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return index.column() == WhatColumn ? line.what : index.column() == OneColumn ? line.one : line.other;
    case Qt::FontRole:
        if (differs(index.row())) {
            QFont font;
            font.setBold(true);
            return font;
        }
        return {};
    case Qt::AccessibleDescriptionRole:
        return differs(index.row()) ? tr("differs") : QString();
    case DiffersRole:
        return differs(index.row());
    default:
        return {};
    }
}

QVariant ModelComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    if (section == WhatColumn)
        return tr("Compared");
    const std::optional<ComparedModel> &side = section == OneColumn ? m_one : m_other;
    return side ? side->name : QString();
}

void DifferenceFilterModel::setDifferencesOnly(bool only)
{
    m_only = only;
    invalidateFilter();
}

bool DifferenceFilterModel::filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const
{
    return !m_only || sourceModel()->index(sourceRow, 0, sourceParent).data(ModelComparisonModel::DiffersRole).toBool();
}

} // namespace patina
