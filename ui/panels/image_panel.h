#pragma once

#include <QWidget>

class QLabel;
class QListView;

namespace patina {

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
    /// Selects the image `by` rows further, within the list.
    void step(int by);

protected:
    void changeEvent(QEvent *event) override;

private:
    void connectSession();
    void retranslateUi();
    void showSummary();

    Session *m_session = nullptr;
    ImageListModel *m_model = nullptr;
    QLabel *m_summary = nullptr;
    QListView *m_list = nullptr;
};

} // namespace patina
