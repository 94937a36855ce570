#pragma once

#include "core/base/result.h"
#include "ui/canvas/canvas_mark.h"

#include <QList>
#include <QWidget>

#include <functional>
#include <vector>

class QAction;
class QGridLayout;
class QLabel;
class QTableView;

namespace patina {

class DecisionButton;
class RegionListModel;
class Session;

/// The regions that the model flags on the image that is shown: what each is called, and one button and key for each
/// decision.
class RegionPanel : public QWidget
{
    Q_OBJECT
public:
    /// What the keys do.
    struct Decisions
    {
        QList<QAction *> classes; ///< nine, by position
        QAction *harmless;
        QAction *ambiguous;
        QAction *falseAlarm;
        QAction *withdraw;
        QAction *merge;
        QAction *split;
    };

    /// \param session not owned, outlives the panel.
    RegionPanel(Session *session, const Decisions &decisions, QWidget *parent = nullptr);

    /// Puts a widget above the list.
    void addHeader(QWidget *header);
    /// Outlines of all regions in the colours of their classes, the selected ones set off.
    std::vector<CanvasMark> marks();
    /// \returns -1: none.
    int currentRow() const;
    /// Selects a region; -1: none.
    void select(int row);
    /// Selects the smallest region that a pixel of the image lies in, if any.
    void selectAt(QPoint imagePixel);
    /// Calls the selected regions that.
    void decideAs(const std::string &className);
    /// Can something be decided: is a project open to write, and a region selected?
    bool canDecide() const;
    /// Words, keys and colours of the classes anew.
    void showClasses();

signals:
    /// The outlines are to be drawn anew.
    void marksChanged();
    /// Another region is the current one.
    void currentRegionChanged(const QRectF &imageArea);
    void messaged(const QString &sentence);
    /// The selected regions were given a class.
    void decided();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void connectDecisions();
    void connectSession();
    void give(const std::function<Result<void>(const std::vector<int> &)> &decision);
    bool decide(const std::function<Result<void>(const std::vector<int> &)> &decision);
    const QPainterPath &tracedOutline(const RunMask &mask, std::size_t row);
    std::vector<int> selectedRows() const;
    void keepSelection();
    void selectQuietly(int row);
    QString whyNone() const;
    void placeButtons();
    void showSummary();
    void retranslateUi();

    Session *m_session = nullptr;
    Decisions m_decisions;
    RegionListModel *m_model = nullptr;
    QLabel *m_summary = nullptr;
    QTableView *m_table = nullptr;
    QGridLayout *m_buttons = nullptr;
    QList<DecisionButton *> m_decisionButtons; ///< nine for classes, harmless, ambiguous, ...
    std::string m_keptImage;                   ///< of the region that was last the current one
    RunMask m_kept;
    struct Outline
    {
        RunMask mask;
        QPainterPath path;
    };
    std::vector<Outline> m_outlines; ///< that were traced for the rows
    bool m_quiet = false;            ///< a selection that does not move the view
};

} // namespace patina
