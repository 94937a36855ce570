#pragma once

#include <QWidget>

#include <string>

class QLabel;
class QTreeView;

namespace patina {

class BankRowsModel;
class Session;

/// Where the rows of the open model's bank come from.
class BankOriginView : public QWidget
{
    Q_OBJECT
public:
    /// \param session not owned, outlives the view.
    explicit BankOriginView(Session *session, QWidget *parent = nullptr);

    /// Of the model that is open; nothing where it is shown already.
    void showModel();

signals:
    void imageChosen(const QString &dataset, const QString &image);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showSummary();
    void retranslateUi();

    Session *m_session = nullptr;
    BankRowsModel *m_rows = nullptr;
    QTreeView *m_tree = nullptr;
    QLabel *m_summary = nullptr;
    std::string m_shown; ///< hash of its model
};

} // namespace patina
