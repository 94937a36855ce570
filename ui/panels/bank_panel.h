#pragma once

#include "core/pipeline/model.h"

#include <QWidget>

class QLabel;
class QTabWidget;

namespace patina {

class BankOriginView;
class BankSuspectsView;
class BankVersionsView;
class Session;

/// What the open model's bank is made of, what of it may be contamination, and which versions of it there are.
class BankPanel : public QWidget
{
    Q_OBJECT
public:
    /// \param session not owned, outlives the panel.
    explicit BankPanel(Session *session, QWidget *parent = nullptr);

    QSize sizeHint() const override;

signals:
    /// The place is empty where the whole image is meant.
    void placeChosen(const QString &dataset, const QString &image, const cv::Rect &area);
    void listWanted(const std::vector<patina::SuspectRegion> &suspects);
    void versionChosen(const QString &file, const std::string &hash);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    void recount();
    void retranslateUi();

    Session *m_session = nullptr;
    QLabel *m_note = nullptr;
    QTabWidget *m_tabs = nullptr;
    BankOriginView *m_origin = nullptr;
    BankSuspectsView *m_suspects = nullptr;
    BankVersionsView *m_versions = nullptr;
};

} // namespace patina
