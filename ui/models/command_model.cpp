#include "ui/models/command_model.h"

#include <algorithm>

namespace patina {

namespace {

constexpr int kOwnWords = 4;

} // namespace

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

/// Found in its own words a command goes before one whose menu alone is called so.
std::optional<FuzzyMatch> CommandModel::match(const Command &command) const
{
    auto whole = fuzzyMatch(m_pattern, command.label);
    auto own = fuzzyMatch(m_pattern, command.label.mid(command.words));
    if (command.words <= 0 || !own || own->score + kOwnWords < whole->score)
        return whole;
    own->score += kOwnWords;
    for (int &place : own->places)
        place += static_cast<int>(command.words);
    return own;
}

void CommandModel::find()
{
    m_found.clear();
    for (std::size_t i = 0; i < m_commands.size(); ++i)
        if (const auto found = match(m_commands[i]))
            m_found.push_back({i, found->score, QList<int>(found->places.begin(), found->places.end())});
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
