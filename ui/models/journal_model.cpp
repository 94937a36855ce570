#include "ui/models/journal_model.h"

#include "ui/document/project_document.h"
#include "ui/text/journal_words.h"
#include "ui/text/text.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace patina {

namespace {

/// With seconds: two decisions of one minute are told apart.
QString whenText(const std::string &utc)
{
    const QDateTime time = QDateTime::fromString(QString::fromStdString(utc), Qt::ISODate).toLocalTime();
    if (!time.isValid())
        return QString::fromStdString(utc);
    return QStringLiteral("%1 %2").arg(QLocale().toString(time.date(), QLocale::ShortFormat),
                                       time.toString(QStringLiteral("HH:mm:ss")));
}

} // namespace

JournalModel::JournalModel(const ProjectDocument *project, QObject *parent, std::int64_t atOnce)
    : QAbstractTableModel(parent), m_project(project), m_atOnce(atOnce)
{
    m_next.setInterval(0);
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &JournalModel::readOlder);
    connect(project, &ProjectDocument::projectChanged, this, &JournalModel::begin);
    connect(project, &ProjectDocument::readerChanged, this, &JournalModel::begin);
    connect(project, &ProjectDocument::historyChanged, this, &JournalModel::readNewer);
}

void JournalModel::setWanted(bool wanted)
{
    if (m_wanted == wanted)
        return;
    m_wanted = wanted;
    if (!wanted)
        return;
    if (m_begun)
        readNewer();
    else
        begin();
}

void JournalModel::begin()
{
    m_next.stop();
    m_problem.clear();
    beginResetModel();
    m_lines.clear();
    m_words.clear();
    m_older = 0;
    endResetModel();
    m_begun = m_wanted && m_project->isOpen() && !m_project->isBlind();
    if (m_begun) {
        const auto head = m_project->project().head();
        if (head)
            m_older = head->number;
        else
            m_problem = Text::error(head.error());
        readOlder();
    } else {
        emit loaded();
    }
}

std::optional<std::vector<JournalLine>> JournalModel::read(std::int64_t first, std::int64_t most)
{
    auto lines = m_project->project().journalLines(first, most);
    if (!lines) {
        m_problem = Text::error(lines.error());
        return std::nullopt;
    }
    return *std::move(lines);
}

void JournalModel::readOlder()
{
    if (m_older > 0) {
        const std::int64_t first = std::max<std::int64_t>(1, m_older - m_atOnce + 1);
        auto lines = read(first, m_older - first + 1);
        m_older = lines ? first - 1 : 0;
        if (lines && !lines->empty()) {
            beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(lines->size()) - 1);
            m_lines.insert(m_lines.end(), std::make_move_iterator(lines->rbegin()),
                           std::make_move_iterator(lines->rend()));
            endInsertRows();
        }
    }
    if (m_older > 0)
        m_next.start();
    emit loaded();
}

void JournalModel::readNewer()
{
    if (!m_wanted || !m_begun)
        return;
    while (auto lines = read(lastNumber() + 1, m_atOnce)) {
        if (lines->empty())
            break;
        beginInsertRows({}, 0, static_cast<int>(lines->size()) - 1);
        for (JournalLine &line : *lines)
            m_lines.push_front(std::move(line));
        endInsertRows();
    }
    emit loaded();
}

void JournalModel::retranslate()
{
    m_words.clear();
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_lines.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int JournalModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int JournalModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

/// A search asks for all of them with each key; few differ.
const QString &JournalModel::actionWords(const std::string &action) const
{
    const auto [place, isNew] = m_words.try_emplace(action);
    if (isNew)
        place->second = JournalWords::action(action);
    return place->second;
}

QString JournalModel::text(const JournalLine &line, int column) const
{
    switch (column) {
    case NumberColumn:
        return QLocale().toString(static_cast<qlonglong>(line.number));
    case WhenColumn:
        return whenText(line.utc);
    case WhoColumn:
        return JournalWords::text(line.who);
    default:
        return actionWords(line.action);
    }
}

QVariant JournalModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const JournalLine &entry = line(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(entry, index.column());
    case Qt::ToolTipRole:
        return index.column() == NumberColumn ? QStringLiteral("SHA-256 %1").arg(QString::fromStdString(entry.sha256))
                                              : text(entry, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((index.column() == NumberColumn ? Qt::AlignRight : Qt::AlignLeft) |
                                   Qt::AlignVCenter);
    case NumberRole:
        return QVariant::fromValue<qint64>(entry.number);
    default:
        return {};
    }
}

QVariant JournalModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section == NumberColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NumberColumn:
        return tr("Entry");
    case WhenColumn:
        return tr("When");
    case WhoColumn:
        return tr("Who");
    case WhatColumn:
        return tr("What");
    default:
        return {};
    }
}

JournalFilterModel::JournalFilterModel(QObject *parent) : QSortFilterProxyModel(parent)
{
    setFilterCaseSensitivity(Qt::CaseInsensitive);
    setFilterKeyColumn(-1);
}

void JournalFilterModel::setNumbers(std::optional<std::set<std::int64_t>> numbers)
{
    m_numbers = std::move(numbers);
    invalidateFilter();
}

bool JournalFilterModel::filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const
{
    const QModelIndex index = sourceModel()->index(sourceRow, 0, sourceParent);
    if (m_numbers && !m_numbers->contains(index.data(JournalModel::NumberRole).toLongLong()))
        return false;
    return QSortFilterProxyModel::filterAcceptsRow(sourceRow, sourceParent);
}

} // namespace patina
