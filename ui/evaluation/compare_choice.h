#pragma once

#include "ui/jobs/model_comparer.h"

#include <QPushButton>
#include <QString>

#include <vector>

class QMenu;

namespace patina {

/// Which others the open model is compared with: a button that names them, with a list of check marks behind it. The
/// list stays open while marks are set, by click, Space or Return.
class CompareChoice : public QPushButton
{
    Q_OBJECT
public:
    explicit CompareChoice(QWidget *parent = nullptr);

    /// Something to compare with, and its name.
    struct Choice
    {
        ComparedWith with;
        QString name;
    };
    /// Those that were chosen stay chosen as far as they are there; where none of them is, the first is, unless the
    /// user took all marks away. \param reference what the open model is called.
    void setChoices(const QString &reference, std::vector<Choice> choices);
    bool isEmpty() const { return m_choices.empty(); }
    /// In the order of the list.
    std::vector<Choice> chosen() const;
    void retranslateUi();

signals:
    /// By the user.
    void chosenChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fillMenu();
    void toggle(std::size_t index, bool on);
    void tell();
    void shorten();

    QMenu *m_list = nullptr;
    QString m_reference;
    QString m_names; ///< of those that are chosen
    std::vector<Choice> m_choices;
    std::vector<bool> m_marks; ///< of each choice
    bool m_cleared = false;    ///< by the user
};

} // namespace patina
