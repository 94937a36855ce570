#pragma once

#include <QWidget>

#include <functional>
#include <vector>

class QAction;
class QBoxLayout;
class QCommandLinkButton;
class QLabel;
class QListView;
class QVBoxLayout;

namespace patina {

class Actions;
class RecentProjectModel;

/// What is shown while nothing is open: what one can begin with, and the projects that were open last.
class StartPage : public QWidget
{
    Q_OBJECT
public:
    /// \param actions, recent not owned, outlive the page.
    StartPage(const Actions &actions, RecentProjectModel *recent, QWidget *parent = nullptr);

    /// One more way to begin. \param title, description in the language of the moment, each time they are asked.
    void addChoice(QAction *action, const std::function<QString()> &title, const std::function<QString()> &description);

    /// To what one begins with as a rule.
    void takeFocus();

signals:
    void projectChosen(const QString &file);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    struct Choice
    {
        QAction *action;
        QCommandLinkButton *button;
        std::function<QString()> title;
        std::function<QString()> description;
    };
    QLayout *createHead();
    void createChoices(const Actions &actions);
    void createList();
    void forgetCurrent();
    void showList();
    static void say(const Choice &choice);
    void retranslateUi();
    void applyColours();

    RecentProjectModel *m_recent = nullptr;
    std::vector<Choice> m_choices;
    QWidget *m_content = nullptr;
    QBoxLayout *m_columns = nullptr;
    QVBoxLayout *m_choiceColumn = nullptr;
    QLabel *m_name = nullptr;
    QLabel *m_purpose = nullptr;
    QLabel *m_recentTitle = nullptr;
    QListView *m_list = nullptr;
    QLabel *m_none = nullptr;
    QAction *m_remove = nullptr;
};

} // namespace patina
