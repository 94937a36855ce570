#pragma once

#include "ui/charts/chart_content.h"
#include "ui/charts/chart_legend.h"
#include "ui/charts/chart_marks.h"

#include <QImage>
#include <QStringList>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>

class QAction;
class QMenu;

namespace patina {

class ChartPlot;

enum class ChartFormat { Png, Svg, Pdf, Csv };

/// A chart with vertical lines that are dragged or moved with keys, a value under the pointer, zoom, a legend that
/// hides series, and files of it. LineChart and HistogramChart say what it shows.
///
/// Mouse: a line or its label is dragged; elsewhere a drag pans and the wheel zooms at the cursor, over the numbers of
/// an axis only that one; a double click shows all again. Keys: Tab goes from line to line, Left and Right move it by a
/// step, with Shift or as Page Up and Page Down by ten, Escape takes a drag back, Home shows all again.
class Chart : public QWidget
{
    Q_OBJECT
public:
    ~Chart() override;

    /// Names the chart: for screen readers, above it in files, as the name of files.
    void setTitle(const QString &title);
    /// Said where there is nothing to show.
    void setEmptyText(const QString &text);
    /// Keeps what was zoomed to as far as the new axes have it.
    void setAxes(const ChartAxis &horizontal, const ChartAxis &vertical);
    const ChartAxis &axis(ChartAxisSide side) const;
    /// Draws only the lines again, as long as they lie within the axes. A line that is held keeps being held.
    void setMarks(const std::vector<ChartMark> &marks);
    const std::vector<ChartMark> &marks() const { return m_marks.all(); }
    /// Series that the user hid, by name; names of series there are not (yet) are kept.
    void setHiddenSeries(const QStringList &names);
    QStringList hiddenSeries() const;

    bool isZoomed() const { return m_zoomedX || m_zoomedY; }
    void resetZoom();

    /// Where its values lie on the widget, as of the last drawing.
    PlotFrame frame() const;
    /// In the colours for paper, at twice the size of the widget.
    QImage picture();
    /// Writes the whole file or none of it; says failed() where it could not.
    bool exportTo(const QString &file, ChartFormat format);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /// While a line is dragged, or a key is held.
    void markMoving(const QString &id, double value);
    /// It was let go, or taken back: once after all markMoving() of a move.
    void markMoved(const QString &id, double value);
    void hiddenSeriesChanged();
    /// Of the axis that the menu can switch.
    void logChanged(bool log);
    /// A sentence for the user.
    void failed(const QString &sentence);

protected:
    /// \param switched the axis that the menu makes logarithmic or linear.
    Chart(std::unique_ptr<ChartContent> content, ChartAxisSide switched, QWidget *parent);
    ChartContent &content() { return *m_content; }
    const ChartContent &content() const { return *m_content; }
    /// To be called after the content has changed.
    void contentChanged();

    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    enum class Hold { Nothing, Mark, Pan };

    void createPlot();
    void createActions();
    QAction *createAction(const QString &name, const std::function<void()> &triggered);
    void retranslateUi();
    void describe();

    // What is shown.
    ChartSpan home(ChartAxisSide side) const;
    std::optional<ChartSpan> &zoomed(ChartAxisSide side);
    ChartTheme screenTheme() const;
    void setTheme(const ChartTheme &theme);
    void applyAxes();
    void applySpans();
    void arrange(const QSize &size, const QString &title);
    QString widestNumber() const;
    void redraw();
    void paintFrame(QPainter &painter) const;
    void paintPointer(QPainter &painter) const;
    void paintReadout(QPainter &painter, const ChartReadout &readout) const;
    QStringList words(const ChartReadout &readout) const;

    // The mouse and the keys.
    void holdMark(const std::vector<std::size_t> &marks, const QPointF &place);
    void dragMark(const QPointF &place);
    void moveMark(std::size_t mark, double value, const ChartSpan &limits);
    void letGo();
    void takeBack();
    bool uses(const QKeyEvent &event) const;
    void moveByKey(int steps);
    void setActive(std::optional<std::size_t> mark);
    void pan(const QPointF &by);
    void showPointer(std::optional<QPointF> place);
    void showCursor(const QPointF &place);
    void toggleSeries(std::size_t series);

    // Files.
    void copyPicture();
    void switchLog();
    void askAndExport(ChartFormat format);
    QMenu *createMenu();
    QByteArray encoded(ChartFormat format);
    void render(QPaintDevice &device);
    QSize fileSize() const;

    std::unique_ptr<ChartContent> m_content;
    std::unique_ptr<ChartPlot> m_plot;
    ChartMarks m_marks;
    ChartLegend m_legend;
    ChartTheme m_theme;
    ChartAxis m_x;
    ChartAxis m_y;
    ChartAxisSide m_switched;
    QString m_title;
    QString m_shownTitle; ///< in files only
    QString m_emptyText;
    bool m_empty = true;
    std::optional<ChartSpan> m_zoomedX;
    std::optional<ChartSpan> m_zoomedY;

    Hold m_hold = Hold::Nothing;
    QPointF m_heldAt;
    std::vector<std::size_t> m_candidates; ///< lines on each other, until the mouse says which
    QString m_heldMark;
    double m_valueBefore = 0.0;
    ChartSpan m_homeBefore;   ///< of the horizontal axis, when the line was taken
    bool m_spansWait = false; ///< for a line to be let go
    bool m_keyHeld = false;
    bool m_moving = false; ///< markMoving() was said, markMoved() is still to come
    std::optional<std::size_t> m_active;
    bool m_focusShown = false; ///< somebody works with keys
    std::optional<QPointF> m_pointer;

    QAction *m_exportPng = nullptr;
    QAction *m_exportSvg = nullptr;
    QAction *m_exportPdf = nullptr;
    QAction *m_exportCsv = nullptr;
    QAction *m_copy = nullptr;
    QAction *m_reset = nullptr;
    QAction *m_log = nullptr;
};

} // namespace patina
