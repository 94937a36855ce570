#include "ui/models/edit_model.h"

#include "ui/text/journal_words.h"
#include "ui/text/text.h"

namespace patina {

namespace {

constexpr quintptr kFact = 0; ///< of an index of a fact; of a field: the row of its fact and 1

} // namespace

void EditModel::setEdits(EditTexts edits)
{
    beginResetModel();
    m_edits = std::move(edits);
    endResetModel();
}

QModelIndex EditModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : kFact);
}

QModelIndex EditModel::parent(const QModelIndex &child) const
{
    return child.isValid() && child.internalId() != kFact
               ? createIndex(static_cast<int>(child.internalId() - 1), 0, kFact)
               : QModelIndex();
}

int EditModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_edits.edits.size());
    if (parent.internalId() != kFact || parent.column() != 0)
        return 0;
    return static_cast<int>(m_edits.edits.at(static_cast<std::size_t>(parent.row())).fields.size());
}

int EditModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QString EditModel::textOf(const EditText &edit, int column) const
{
    if (column == FactColumn)
        return QStringLiteral("%1 %2").arg(JournalWords::fact(edit.what), JournalWords::text(edit.name));
    if (column == BeforeColumn)
        return edit.kind == EditKind::Added ? tr("not there") : QString();
    return edit.kind == EditKind::Removed ? tr("removed") : edit.kind == EditKind::Added ? tr("added") : QString();
}

QVariant EditModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const bool isFact = index.internalId() == kFact;
    const EditText &edit = m_edits.edits.at(isFact ? static_cast<std::size_t>(index.row())
                                                   : static_cast<std::size_t>(index.internalId() - 1));
    if (isFact)
        return textOf(edit, index.column());
    const FieldText &field = edit.fields.at(static_cast<std::size_t>(index.row()));
    if (index.column() == FactColumn)
        return JournalWords::field(field.field);
    return JournalWords::value(field.field, index.column() == BeforeColumn ? field.before : field.after);
}

QVariant EditModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == FactColumn     ? tr("Changed")
           : section == BeforeColumn ? tr("Before")
           : section == AfterColumn  ? tr("After")
                                     : QVariant();
}

} // namespace patina
