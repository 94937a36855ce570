#include "ui/models/key_map_model.h"

#include <QAction>
#include <QFont>

#include <algorithm>

namespace patina {

namespace {

bool collide(const QKeySequence &a, const QKeySequence &b)
{
    return a.matches(b) != QKeySequence::NoMatch || b.matches(a) != QKeySequence::NoMatch;
}

QString shown(const QList<QKeySequence> &keys)
{
    QStringList texts;
    for (const QKeySequence &key : keys)
        texts << key.toString(QKeySequence::NativeText);
    return texts.join(QStringLiteral("   "));
}

} // namespace

KeyMapModel::KeyMapModel(const KeyMap *keys, QObject *parent) : QAbstractTableModel(parent), m_choices(keys->choices())
{
    for (const QAction *action : keys->actions())
        m_items.push_back({action->objectName(), plainText(action), action->icon(), keys->usual(action)});
    std::ranges::sort(m_items,
                      [](const Item &a, const Item &b) { return QString::localeAwareCompare(a.words, b.words) < 0; });
}

void KeyMapModel::setChoices(const KeyChoices &choices)
{
    if (choices == m_choices)
        return;
    m_choices = choices;
    tell();
}

QList<QKeySequence> KeyMapModel::keysOf(int row) const
{
    const Item &item = m_items.at(static_cast<std::size_t>(row));
    const auto choice = m_choices.constFind(item.name);
    return choice == m_choices.constEnd() ? item.usual : keysFrom(*choice);
}

std::optional<int> KeyMapModel::ownerOf(const QKeySequence &key, int apartFrom) const
{
    for (int row = 0; row < rowCount(); ++row) {
        const auto keys = keysOf(row);
        if (row != apartFrom &&
            std::any_of(keys.begin(), keys.end(), [&](const QKeySequence &other) { return collide(key, other); }))
            return row;
    }
    return std::nullopt;
}

void KeyMapModel::assign(int row, const QList<QKeySequence> &keys)
{
    for (const QKeySequence &key : keys)
        while (const auto owner = ownerOf(key, row)) {
            auto left = keysOf(*owner);
            left.removeIf([&](const QKeySequence &other) { return collide(key, other); });
            choose(m_items[static_cast<std::size_t>(*owner)], left);
        }
    choose(m_items.at(static_cast<std::size_t>(row)), keys);
    tell();
}

/// What is as usual is not kept as a choice.
void KeyMapModel::choose(const Item &item, const QList<QKeySequence> &keys)
{
    if (keys == item.usual)
        m_choices.remove(item.name);
    else
        m_choices.insert(item.name, keyTexts(keys));
}

void KeyMapModel::reset(int row)
{
    assign(row, m_items.at(static_cast<std::size_t>(row)).usual);
}

void KeyMapModel::resetAll()
{
    setChoices({});
}

void KeyMapModel::tell()
{
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    emit choicesChanged();
}

int KeyMapModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

int KeyMapModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant KeyMapModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Item &item = m_items[static_cast<std::size_t>(index.row())];
    const bool isKeys = index.column() == KeysColumn;
    switch (role) {
    case Qt::DisplayRole:
        return isKeys ? shown(keysOf(index.row())) : item.words;
    case Qt::DecorationRole:
        return isKeys ? QVariant() : QVariant(item.icon);
    case Qt::FontRole: {
        QFont font;
        font.setBold(m_choices.contains(item.name));
        return font;
    }
    case NameRole:
        return item.name;
    case ChosenRole:
        return m_choices.contains(item.name);
    case ConflictRole:
    case Qt::ToolTipRole:
        for (const QKeySequence &key : keysOf(index.row()))
            if (const auto owner = ownerOf(key, index.row()))
                return m_items[static_cast<std::size_t>(*owner)].words;
        return QString();
    default:
        return {};
    }
}

QVariant KeyMapModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == CommandColumn ? tr("Command") : tr("Keys");
}

} // namespace patina
