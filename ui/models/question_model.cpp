#include "ui/models/question_model.h"

#include "ui/text/model_words.h"
#include "ui/text/text.h"

#include <QLocale>

#include <utility>

namespace patina {

void QuestionModel::setQuestions(OpenQuestions questions, std::vector<LabelClass> classes)
{
    if (questions.regions == m_questions.regions && classes == m_classes)
        return;
    beginResetModel();
    m_questions = std::move(questions);
    m_classes = std::move(classes);
    endResetModel();
}

int QuestionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_questions.regions.size());
}

int QuestionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString QuestionModel::text(int row, int column) const
{
    const OpenQuestion &one = question(row);
    switch (column) {
    case RankColumn:
        return ModelWords::count(row + 1);
    case ClassColumn:
        return one.classIndex >= 0 && one.classIndex < std::ssize(m_classes)
                   ? Text::className(m_classes[static_cast<std::size_t>(one.classIndex)].name)
                   : QString();
    case ImageColumn:
        return ModelWords::name(one.image);
    case PeakColumn:
        return Text::score(one.peak);
    default:
        return QLocale().toString(one.effect * 100.0, 'f', 2);
    }
}

QVariant QuestionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const int column = index.column();
    if (role == Qt::DisplayRole)
        return text(index.row(), column);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((column == ClassColumn || column == ImageColumn ? Qt::AlignLeft : Qt::AlignRight) |
                                   Qt::AlignVCenter);
    return {};
}

QVariant QuestionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section == ClassColumn || section == ImageColumn ? Qt::AlignLeft : Qt::AlignRight) |
                                   Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == EffectColumn)
        return tr("Percentage points that recall and overkill move by with the decision, together");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case RankColumn:
        return tr("Rank");
    case ClassColumn:
        return tr("Class");
    case ImageColumn:
        return tr("Image");
    case PeakColumn:
        return tr("Peak");
    case EffectColumn:
        return tr("Moves the figures by");
    default:
        return {};
    }
}

} // namespace patina
