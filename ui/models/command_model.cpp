#include "ui/models/command_model.h"

#include "ui/models/fuzzy_match.h"

#include <algorithm>

namespace patina {

void CommandModel::setCommands(std::vector<Command> commands)
{
    beginResetModel();
    m_commands = std::move(commands);
    find();
    endResetModel();
}

void CommandModel::setPattern(const QString &pattern)
{
    beginResetModel();
    m_pattern = pattern;
    find();
    endResetModel();
}

void CommandModel::find()
{
    m_found.clear();
    for (std::size_t i = 0; i < m_commands.size(); ++i)
        if (const auto match = fuzzyMatch(m_pattern, m_commands[i].label))
            m_found.push_back({i, match->score, QList<int>(match->places.begin(), match->places.end())});
    if (m_pattern.isEmpty())
        return;
    std::ranges::stable_sort(m_found, [this](const Found &a, const Found &b) {
        if (a.score != b.score)
            return a.score > b.score;
        return m_commands[a.command].label.size() < m_commands[b.command].label.size();
    });
}

Command CommandModel::command(int row) const
{
    return m_commands.at(m_found.at(static_cast<std::size_t>(row)).command);
}

int CommandModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_found.size());
}

QVariant CommandModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Found &found = m_found[static_cast<std::size_t>(index.row())];
    const Command &command = m_commands[found.command];
    switch (role) {
    case Qt::DisplayRole:
        return command.label;
    case Qt::AccessibleTextRole:
        return command.key.isEmpty() ? command.label : QStringLiteral("%1, %2").arg(command.label, command.key);
    case Qt::DecorationRole:
        return command.icon;
    case KeyRole:
        return command.key;
    case PlacesRole:
        return QVariant::fromValue(found.places);
    default:
        return {};
    }
}

} // namespace patina
