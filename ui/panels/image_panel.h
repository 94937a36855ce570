#pragma once

#include <QList>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QListView;
class QToolButton;

namespace patina {

class ImageDelegate;
class ImageFilterModel;
class ImageListModel;
class Session;

/// The images of the folder with their scores; the selected one is shown.
class ImagePanel : public QWidget
{
    Q_OBJECT
public:
    /// \param session not owned, outlives the panel.
    explicit ImagePanel(Session *session, QWidget *parent = nullptr);

    ImageListModel *model() { return m_model; }
    /// What decides which images are listed, in the order of the Tab key.
    QList<QWidget *> filters() const;
    /// Selects the image `by` rows further, within what the list shows.
    void step(int by);

protected:
    void changeEvent(QEvent *event) override;

private:
    QLayout *createFilter();
    void connectSession();
    void markShown();
    void retranslateUi();
    void showSummary();
    void fillGroups();
    void setCompact(bool compact);

    Session *m_session = nullptr;
    ImageListModel *m_model = nullptr;
    ImageFilterModel *m_shown = nullptr;
    QLabel *m_summary = nullptr;
    QLineEdit *m_text = nullptr;
    QComboBox *m_show = nullptr;
    QComboBox *m_order = nullptr;
    QComboBox *m_group = nullptr; ///< a split or a class
    QToolButton *m_compact = nullptr;
    ImageDelegate *m_delegate = nullptr;
    QListView *m_list = nullptr;
    bool m_leaving = false; ///< rows are on their way out of the list
};

} // namespace patina
