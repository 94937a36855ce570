#pragma once

#include "ui/session.h"

#include <QAbstractListModel>
#include <QDateTime>

#include <deque>

namespace patina {

/// What the window has said since it was started, the latest first; the oldest are forgotten.
class MessageModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { IsErrorRole = Qt::UserRole, TimeRole };
    static constexpr int kMost = 200;

    using QAbstractListModel::QAbstractListModel;

    void add(const Message &message, const QDateTime &when);
    void clear();
    /// All of it as lines: time, kind, sentence.
    QString allText() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    /// Qt::DisplayRole: the sentence. The roles above.
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Item
    {
        Message message;
        QDateTime when;
    };
    static QString timeText(const QDateTime &when);

    std::deque<Item> m_items;
};

} // namespace patina
