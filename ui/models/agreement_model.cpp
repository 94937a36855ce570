#include "ui/models/agreement_model.h"

#include "ui/text/text.h"

#include <QFont>
#include <QGuiApplication>
#include <QLocale>
#include <QPalette>

namespace patina {

void AgreementModel::setAgreement(std::shared_ptr<const Agreement> agreement)
{
    beginResetModel();
    m_agreement = std::move(agreement);
    endResetModel();
}

int AgreementModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : categories();
}

int AgreementModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : categories();
}

QString AgreementModel::category(int index) const
{
    return Text::className(m_agreement->categories.at(static_cast<std::size_t>(index)));
}

QVariant AgreementModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const std::int64_t count = m_agreement->classTable.at(index.row(), index.column());
    const bool agree = index.row() == index.column();
    switch (role) {
    case Qt::DisplayRole:
        return QLocale().toString(static_cast<qlonglong>(count));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::FontRole: {
        QFont font;
        font.setBold(agree);
        return font;
    }
    case Qt::ForegroundRole:
        return count > 0 ? QVariant() : QGuiApplication::palette().brush(QPalette::PlaceholderText);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return tr("%1: %2, %3: %4, %n regions", nullptr, static_cast<int>(count))
            .arg(QString::fromStdString(m_agreement->first), category(index.row()),
                 QString::fromStdString(m_agreement->second), category(index.column()));
    default:
        return {};
    }
}

QVariant AgreementModel::headerData(int section, Qt::Orientation, int role) const
{
    const bool known = role == Qt::DisplayRole && section >= 0 && section < categories();
    return known ? QVariant(category(section)) : QVariant();
}

void DecisionListModel::show(std::shared_ptr<const Agreement> agreement, std::optional<std::pair<int, int>> cell)
{
    beginResetModel();
    m_agreement = std::move(agreement);
    m_shown.clear();
    const auto isShown = [&](const RegionDecision &decision) {
        if (!decision.both())
            return false;
        if (!cell)
            return decision.first != decision.second;
        const auto &categories = m_agreement->categories;
        return decision.first == categories.at(static_cast<std::size_t>(cell->first)) &&
               decision.second == categories.at(static_cast<std::size_t>(cell->second));
    };
    if (m_agreement)
        for (std::size_t i = 0; i < m_agreement->decisions.size(); ++i)
            if (isShown(m_agreement->decisions[i]))
                m_shown.push_back(i);
    endResetModel();
}

const RegionDecision &DecisionListModel::decision(int row) const
{
    return m_agreement->decisions.at(m_shown.at(static_cast<std::size_t>(row)));
}

int DecisionListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int DecisionListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DecisionListModel::data(const QModelIndex &index, int role) const
{
    if (role != Qt::DisplayRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RegionDecision &one = decision(index.row());
    switch (index.column()) {
    case ImageColumn:
        return QString::fromStdString(one.image);
    case FirstColumn:
        return Text::className(one.first);
    case SecondColumn:
        return Text::className(one.second);
    default:
        return {};
    }
}

QVariant DecisionListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return section + 1;
    switch (section) {
    case ImageColumn:
        return tr("Image");
    case FirstColumn:
        return m_agreement ? QString::fromStdString(m_agreement->first) : QString();
    case SecondColumn:
        return m_agreement ? QString::fromStdString(m_agreement->second) : QString();
    default:
        return {};
    }
}

} // namespace patina
