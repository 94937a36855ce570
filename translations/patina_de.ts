<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>Text</name>
    <message>
        <source>Not found: %1.</source>
        <translation>Nicht gefunden: %1.</translation>
    </message>
    <message>
        <source>Cannot be read: %1.</source>
        <translation>Nicht lesbar: %1.</translation>
    </message>
    <message>
        <source>Damaged, or not of the expected format: %1.</source>
        <translation>Beschädigt oder nicht im erwarteten Format: %1.</translation>
    </message>
    <message>
        <source>Not supported: %1.</source>
        <translation>Nicht unterstützt: %1.</translation>
    </message>
    <message>
        <source>Value not allowed: %1.</source>
        <translation>Unzulässiger Wert: %1.</translation>
    </message>
    <message>
        <source>Sizes do not match: %1.</source>
        <translation>Die Größen passen nicht zueinander: %1.</translation>
    </message>
    <message>
        <source>Written by another version: %1.</source>
        <translation>Von einer anderen Version geschrieben: %1.</translation>
    </message>
    <message>
        <source>Contents do not match their checksum: %1.</source>
        <translation>Der Inhalt passt nicht zu seiner Prüfsumme: %1.</translation>
    </message>
    <message>
        <source>Too large: %1.</source>
        <translation>Zu groß: %1.</translation>
    </message>
    <message>
        <source>Not enough memory: %1.</source>
        <translation>Nicht genug Arbeitsspeicher: %1.</translation>
    </message>
    <message>
        <source>Cannot be written: %1.</source>
        <translation>Nicht schreibbar: %1.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Unexpected failure: %1.</source>
        <translation>Unerwarteter Fehler: %1.</translation>
    </message>
    <message>
        <source>Listing images</source>
        <translation>Bilder werden aufgelistet</translation>
    </message>
    <message>
        <source>Opening the model</source>
        <translation>Modell wird geöffnet</translation>
    </message>
    <message>
        <source>Loading the image</source>
        <translation>Bild wird geladen</translation>
    </message>
    <message>
        <source>Scoring</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Computing features</source>
        <translation>Merkmale werden berechnet</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Wird geschrieben</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>i.O.</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>NG</source>
        <translation>n.i.O.</translation>
    </message>
    <message numerus="yes">
        <source>about %n s left</source>
        <translation>
            <numerusform>noch etwa %n s</numerusform>
            <numerusform>noch etwa %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n min left</source>
        <translation>
            <numerusform>noch etwa %n min</numerusform>
            <numerusform>noch etwa %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n h left</source>
        <translation>
            <numerusform>noch etwa %n h</numerusform>
            <numerusform>noch etwa %n h</numerusform>
        </translation>
    </message>
    <message>
        <source>x %1, y %2</source>
        <translation>x %1, y %2</translation>
    </message>
    <message>
        <source>RGB %1</source>
        <translation>RGB %1</translation>
    </message>
    <message>
        <source>Grey %1</source>
        <translation>Grauwert %1</translation>
    </message>
    <message>
        <source>Score %1</source>
        <translation>Anomaliewert %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>false alarm</source>
        <translation>Fehlalarm</translation>
    </message>
    <message>
        <source>harmless</source>
        <translation>harmlos</translation>
    </message>
    <message>
        <source>ambiguous</source>
        <translation>mehrdeutig</translation>
    </message>
</context>
<context>
    <name>patina::Actions</name>
    <message>
        <source>&amp;Open folder...</source>
        <translation>&amp;Ordner öffnen...</translation>
    </message>
    <message>
        <source>Open a folder of images or a data set</source>
        <translation>Einen Bilderordner oder Datensatz öffnen</translation>
    </message>
    <message>
        <source>Open &amp;model...</source>
        <translation>&amp;Modell öffnen...</translation>
    </message>
    <message>
        <source>Open a trained model</source>
        <translation>Ein trainiertes Modell öffnen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Quit Patina</source>
        <translation>Patina beenden</translation>
    </message>
    <message>
        <source>Score &amp;all</source>
        <translation>&amp;Alle bewerten</translation>
    </message>
    <message>
        <source>Score every image that has no score yet</source>
        <translation>Jedes Bild bewerten, das noch keinen Anomaliewert hat</translation>
    </message>
    <message>
        <source>&amp;Score this</source>
        <translation>&amp;Dieses bewerten</translation>
    </message>
    <message>
        <source>Score the image that is shown</source>
        <translation>Das gezeigte Bild bewerten</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>A&amp;bbrechen</translation>
    </message>
    <message>
        <source>Stop what runs</source>
        <translation>Den laufenden Vorgang anhalten</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>&amp;Einpassen</translation>
    </message>
    <message>
        <source>Show the whole image</source>
        <translation>Das ganze Bild zeigen</translation>
    </message>
    <message>
        <source>&amp;1:1</source>
        <translation>&amp;1:1</translation>
    </message>
    <message>
        <source>One image pixel per screen pixel</source>
        <translation>Ein Bildpixel je Bildschirmpixel</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom o&amp;ut</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>&amp;Heatmap</source>
        <translation>&amp;Anomaliekarte</translation>
    </message>
    <message>
        <source>Show the heatmap over the image</source>
        <translation>Die Anomaliekarte über dem Bild zeigen</translation>
    </message>
    <message>
        <source>&amp;Outlines</source>
        <translation>&amp;Umrisse</translation>
    </message>
    <message>
        <source>Show the outlines of regions at the review threshold</source>
        <translation>Die Umrisse der Bereiche ab dem Prüfschwellwert zeigen</translation>
    </message>
    <message>
        <source>&amp;Next image</source>
        <translation>&amp;Nächstes Bild</translation>
    </message>
    <message>
        <source>Next image</source>
        <translation>Nächstes Bild</translation>
    </message>
    <message>
        <source>&amp;Previous image</source>
        <translation>&amp;Voriges Bild</translation>
    </message>
    <message>
        <source>Previous image</source>
        <translation>Voriges Bild</translation>
    </message>
    <message>
        <source>&amp;About Patina</source>
        <translation>&amp;Über Patina</translation>
    </message>
    <message>
        <source>About Patina</source>
        <translation>Über Patina</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Score</source>
        <translation>&amp;Bewertung</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Design</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Tool bar</source>
        <translation>Werkzeugleiste</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>&amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;New project...</source>
        <translation>&amp;Neues Projekt...</translation>
    </message>
    <message>
        <source>Make a project of a folder: labels, decisions, journal</source>
        <translation>Aus einem Ordner ein Projekt machen: Markierungen, Entscheidungen, Journal</translation>
    </message>
    <message>
        <source>Open &amp;project...</source>
        <translation>&amp;Projekt öffnen...</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>Ein Projekt öffnen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Take the last decision back</source>
        <translation>Die letzte Entscheidung zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Make it again</source>
        <translation>Sie wieder treffen</translation>
    </message>
    <message>
        <source>&amp;Next region</source>
        <translation>&amp;Nächster Bereich</translation>
    </message>
    <message>
        <source>The next region without a decision, then the next image</source>
        <translation>Der nächste Bereich ohne Entscheidung, dann das nächste Bild</translation>
    </message>
    <message>
        <source>0  &amp;Harmless</source>
        <translation>0  &amp;Harmlos</translation>
    </message>
    <message>
        <source>Call the selected regions a harmless impurity</source>
        <translation>Die gewählten Bereiche eine harmlose Verunreinigung nennen</translation>
    </message>
    <message>
        <source>A  A&amp;mbiguous</source>
        <translation>A  &amp;Mehrdeutig</translation>
    </message>
    <message>
        <source>Nobody can tell what the selected regions are</source>
        <translation>Niemand kann sagen, was die gewählten Bereiche sind</translation>
    </message>
    <message>
        <source>Del  &amp;False alarm</source>
        <translation>Entf  &amp;Fehlalarm</translation>
    </message>
    <message>
        <source>Nothing is there</source>
        <translation>Da ist nichts</translation>
    </message>
    <message>
        <source>&amp;Withdraw</source>
        <translation>&amp;Zurücknehmen</translation>
    </message>
    <message>
        <source>Take the decision on the selected regions back</source>
        <translation>Die Entscheidung zu den gewählten Bereichen zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>B&amp;earbeiten</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>Mer&amp;ge regions</source>
        <translation>Bereiche &amp;verbinden</translation>
    </message>
    <message>
        <source>Make one defect of the selected regions</source>
        <translation>Aus den gewählten Bereichen eine Fehlstelle machen</translation>
    </message>
    <message>
        <source>Spl&amp;it region</source>
        <translation>Bereich &amp;teilen</translation>
    </message>
    <message>
        <source>Make of the selected region the parts that it falls into at a higher threshold</source>
        <translation>Den gewählten Bereich in die Stücke teilen, in die er bei höherem Schwellwert zerfällt</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Teilen</translation>
    </message>
</context>
<context>
    <name>patina::ClassController</name>
    <message>
        <source>New class</source>
        <translation>Neue Klasse</translation>
    </message>
    <message>
        <source>Name of the defect that the selected regions are</source>
        <translation>Name des Fehlers, den die gewählten Bereiche zeigen</translation>
    </message>
    <message>
        <source>The class was not made. %1</source>
        <translation>Die Klasse wurde nicht angelegt. %1</translation>
    </message>
    <message>
        <source>&amp;Classes...</source>
        <translation>K&amp;lassen...</translation>
    </message>
    <message>
        <source>Names, kinds and keys of the classes</source>
        <translation>Namen, Arten und Tasten der Klassen</translation>
    </message>
    <message>
        <source>New c&amp;lass...</source>
        <translation>Neue &amp;Klasse...</translation>
    </message>
    <message>
        <source>Make a class for the selected regions (%1)</source>
        <translation>Eine Klasse für die gewählten Bereiche anlegen (%1)</translation>
    </message>
</context>
<context>
    <name>patina::ClassDialog</name>
    <message>
        <source>Defect</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Harmless impurity</source>
        <translation>Harmlose Verunreinigung</translation>
    </message>
    <message>
        <source>Ambiguous</source>
        <translation>Mehrdeutig</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Markierungen</translation>
    </message>
    <message>
        <source>Name of a new class, as &quot;scratch&quot;</source>
        <translation>Name einer neuen Klasse, etwa &quot;Kratzer&quot;</translation>
    </message>
    <message>
        <source>Name of a new class</source>
        <translation>Name einer neuen Klasse</translation>
    </message>
    <message>
        <source>What the new class is</source>
        <translation>Art der neuen Klasse</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Rename...</source>
        <translation>&amp;Umbenennen...</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>&amp;Down</source>
        <translation>Nach un&amp;ten</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>What %1 is</source>
        <translation>Art von %1</translation>
    </message>
    <message>
        <source>Rename class</source>
        <translation>Klasse umbenennen</translation>
    </message>
    <message>
        <source>New name of %1</source>
        <translation>Neuer Name von %1</translation>
    </message>
</context>
<context>
    <name>patina::DrawBar</name>
    <message>
        <source>Zone to ignore</source>
        <translation>Ausschlusszone</translation>
    </message>
    <message>
        <source>Region of interest</source>
        <translation>Prüfbereich (ROI)</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>Zeichnen</translation>
    </message>
    <message>
        <source>&amp;Select</source>
        <translation>Aus&amp;wählen</translation>
    </message>
    <message>
        <source>&amp;Brush</source>
        <translation>&amp;Pinsel</translation>
    </message>
    <message>
        <source>&amp;Eraser</source>
        <translation>&amp;Radierer</translation>
    </message>
    <message>
        <source>&amp;Polygon</source>
        <translation>Vi&amp;eleck</translation>
    </message>
    <message>
        <source>&amp;Rectangle</source>
        <translation>Re&amp;chteck</translation>
    </message>
    <message>
        <source>Magic &amp;outline</source>
        <translation>Za&amp;uberumriss</translation>
    </message>
    <message>
        <source>Select regions and pan</source>
        <translation>Bereiche auswählen und das Bild verschieben</translation>
    </message>
    <message>
        <source>Paint what the model missed</source>
        <translation>Anmalen, was das Modell übersehen hat</translation>
    </message>
    <message>
        <source>Take pixels out of labels</source>
        <translation>Pixel aus Markierungen entfernen</translation>
    </message>
    <message>
        <source>Click the corners; a double click or Enter closes, Backspace takes the last one back</source>
        <translation>Die Ecken anklicken; Doppelklick oder Eingabetaste schließt, Rücktaste nimmt die letzte zurück</translation>
    </message>
    <message>
        <source>Drag a rectangle</source>
        <translation>Ein Rechteck aufziehen</translation>
    </message>
    <message>
        <source>Press on a spot of the heatmap and drag away from it: the outline follows the score under the cursor</source>
        <translation>Auf eine Stelle der Anomaliekarte drücken und von ihr weg ziehen: Der Umriss folgt dem Anomaliewert unter dem Mauszeiger</translation>
    </message>
    <message>
        <source>Dra&amp;w</source>
        <translation>&amp;Zeichnen</translation>
    </message>
    <message>
        <source>What is drawn</source>
        <translation>Was gezeichnet wird</translation>
    </message>
    <message>
        <source>Radi&amp;us</source>
        <translation>Radi&amp;us</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Radius of the brush</source>
        <translation>Radius des Pinsels</translation>
    </message>
    <message>
        <source>Radius of the brush; [ and ] change it</source>
        <translation>Radius des Pinsels; [ und ] ändern ihn</translation>
    </message>
    <message>
        <source>Snap to the heatmap</source>
        <translation>An der Anomaliekarte einrasten</translation>
    </message>
    <message>
        <source>Of what is drawn, keep what stands out in the heatmap (%1)</source>
        <translation>Vom Gezeichneten behalten, was in der Anomaliekarte hervortritt (%1)</translation>
    </message>
    <message>
        <source>For all images</source>
        <translation>Für alle Bilder</translation>
    </message>
    <message>
        <source>The zone is for every image of the project</source>
        <translation>Die Zone gilt für jedes Bild des Projekts</translation>
    </message>
    <message>
        <source>Smaller brush</source>
        <translation>Kleinerer Pinsel</translation>
    </message>
    <message>
        <source>Larger brush</source>
        <translation>Größerer Pinsel</translation>
    </message>
</context>
<context>
    <name>patina::DrawingController</name>
    <message>
        <source>A zone is drawn as a polygon or a rectangle.</source>
        <translation>Eine Zone wird als Vieleck oder Rechteck gezeichnet.</translation>
    </message>
    <message>
        <source>What was drawn was not kept. %1</source>
        <translation>Das Gezeichnete wurde nicht gespeichert. %1</translation>
    </message>
    <message>
        <source>&amp;Drawing</source>
        <translation>&amp;Zeichnen</translation>
    </message>
    <message>
        <source>&amp;Zones...</source>
        <translation>Z&amp;onen...</translation>
    </message>
    <message>
        <source>Regions of interest and zones to ignore of this project</source>
        <translation>Prüfbereiche (ROI) und Ausschlusszonen dieses Projekts</translation>
    </message>
</context>
<context>
    <name>patina::EmptyPage</name>
    <message>
        <source>No images yet</source>
        <translation>Noch keine Bilder</translation>
    </message>
    <message>
        <source>Open a folder of part images (PNG, JPEG, BMP, TIFF), or a data set with train and test folders. Then open a model to see what it flags.</source>
        <translation>Öffnen Sie einen Ordner mit Teilebildern (PNG, JPEG, BMP, TIFF) oder einen Datensatz mit den Ordnern train und test. Öffnen Sie dann ein Modell, um zu sehen, welche Stellen ihm auffallen.</translation>
    </message>
    <message>
        <source>Open a folder of part images (%1)</source>
        <translation>Ordner mit Teilebildern öffnen (%1)</translation>
    </message>
</context>
<context>
    <name>patina::HeatPanel</name>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>O&amp;pacity</source>
        <translation>Dec&amp;kkraft</translation>
    </message>
    <message>
        <source>Colours of the heatmap</source>
        <translation>Farben der Anomaliekarte</translation>
    </message>
    <message>
        <source>Opacity of the heatmap</source>
        <translation>Deckkraft der Anomaliekarte</translation>
    </message>
    <message>
        <source>Viridis</source>
        <translation>Viridis</translation>
    </message>
    <message>
        <source>Inferno</source>
        <translation>Inferno</translation>
    </message>
    <message>
        <source>Turbo</source>
        <translation>Turbo</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>Open a model</source>
        <translation>Modell öffnen</translation>
    </message>
    <message>
        <source>Score this image</source>
        <translation>Dieses Bild bewerten</translation>
    </message>
    <message>
        <source>Score all images</source>
        <translation>Alle Bilder bewerten</translation>
    </message>
    <message>
        <source>Open a model to see what it flags.</source>
        <translation>Öffnen Sie ein Modell, um zu sehen, was ihm auffällt.</translation>
    </message>
    <message>
        <source>This image is not scored yet.</source>
        <translation>Dieses Bild ist noch nicht bewertet.</translation>
    </message>
    <message>
        <source>The heatmap is on its way.</source>
        <translation>Die Anomaliekarte wird berechnet.</translation>
    </message>
    <message>
        <source>This image was not scored.</source>
        <translation>Dieses Bild wurde nicht bewertet.</translation>
    </message>
</context>
<context>
    <name>patina::ImageDelegate</name>
    <message>
        <source>Failed</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>not scored</source>
        <translation>nicht bewertet</translation>
    </message>
    <message>
        <source>file missing</source>
        <translation>Datei fehlt</translation>
    </message>
</context>
<context>
    <name>patina::ImageListModel</name>
    <message>
        <source>%1: not scored</source>
        <translation>%1: nicht bewertet</translation>
    </message>
    <message>
        <source>%1: score %2, %3</source>
        <translation>%1: Anomaliewert %2, %3</translation>
    </message>
    <message>
        <source>%1: score %2, no verdict (the model is not calibrated)</source>
        <translation>%1: Anomaliewert %2, kein Urteil (das Modell ist nicht kalibriert)</translation>
    </message>
    <message>
        <source>%1: failed. %2</source>
        <translation>%1: fehlgeschlagen. %2</translation>
    </message>
    <message>
        <source>%1; reviewed</source>
        <translation>%1; geprüft</translation>
    </message>
    <message>
        <source>%1: the file is missing</source>
        <translation>%1: Die Datei fehlt</translation>
    </message>
</context>
<context>
    <name>patina::ImagePanel</name>
    <message>
        <source>No folder is open.</source>
        <translation>Kein Ordner geöffnet.</translation>
    </message>
    <message numerus="yes">
        <source>%n images</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 scored</source>
        <translation>%1 bewertet</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 mit Fehler</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>%1 shown</source>
        <translation>%1 gezeigt</translation>
    </message>
    <message>
        <source>Part of the name or folder</source>
        <translation>Teil des Namens oder Ordners</translation>
    </message>
    <message>
        <source>Which images are listed</source>
        <translation>Welche Bilder aufgeführt sind</translation>
    </message>
    <message>
        <source>Order of the images</source>
        <translation>Reihenfolge der Bilder</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>Auffällige</translation>
    </message>
    <message>
        <source>To be reviewed</source>
        <translation>Zu prüfende</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Not scored</source>
        <translation>Nicht bewertet</translation>
    </message>
    <message>
        <source>As in the folder</source>
        <translation>Wie im Ordner</translation>
    </message>
    <message>
        <source>Highest score first</source>
        <translation>Höchste Werte zuerst</translation>
    </message>
    <message>
        <source>Most uncertain first</source>
        <translation>Unsicherste zuerst</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Nach Namen</translation>
    </message>
    <message>
        <source>All groups</source>
        <translation>Alle Gruppen</translation>
    </message>
    <message>
        <source>Split: %1</source>
        <translation>Teilmenge: %1</translation>
    </message>
    <message>
        <source>Class: %1</source>
        <translation>Klasse: %1</translation>
    </message>
    <message>
        <source>Split or class</source>
        <translation>Teilmenge oder Klasse</translation>
    </message>
    <message>
        <source>Only images of a split or class</source>
        <translation>Nur Bilder einer Teilmenge oder Klasse</translation>
    </message>
    <message>
        <source>One line for each image</source>
        <translation>Eine Zeile je Bild</translation>
    </message>
    <message>
        <source>One line for each image, without thumbnails</source>
        <translation>Eine Zeile je Bild, ohne Vorschaubilder</translation>
    </message>
    <message>
        <source>Verdict: %1</source>
        <translation>Urteil: %1</translation>
    </message>
    <message>
        <source>File missing</source>
        <translation>Datei fehlt</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
</context>
<context>
    <name>patina::JobBar</name>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1: %2 von %3</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop what runs (Shift+Esc); scores that are there stay</source>
        <translation>Den laufenden Vorgang anhalten (Umschalt+Esc); vorhandene Anomaliewerte bleiben erhalten</translation>
    </message>
    <message>
        <source>Cancel what runs</source>
        <translation>Laufenden Vorgang abbrechen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
</context>
<context>
    <name>patina::LegendBar</name>
    <message>
        <source>Review %1</source>
        <translation>Prüfen %1</translation>
    </message>
    <message>
        <source>Reject %1</source>
        <translation>n.i.O. %1</translation>
    </message>
    <message>
        <source>Score scale; scores below the handle are not shown</source>
        <translation>Skala der Anomaliewerte; Werte unter dem Griff werden nicht gezeigt</translation>
    </message>
    <message>
        <source>Colours of the scores. Drag the handle: scores below it are not shown.</source>
        <translation>Farben der Anomaliewerte. Den Griff ziehen: Werte darunter werden nicht gezeigt.</translation>
    </message>
</context>
<context>
    <name>patina::MainWindow</name>
    <message>
        <source>Loading %1...</source>
        <translation>%1 wird geladen...</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>&amp;Images</source>
        <translation>&amp;Bilder</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Screen pixels per image pixel</source>
        <translation>Bildschirmpixel je Bildpixel</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Open model</source>
        <translation>Modell öffnen</translation>
    </message>
    <message>
        <source>Patina models (*.patina);;All files (*)</source>
        <translation>Patina-Modelle (*.patina);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>About Patina</source>
        <translation>Über Patina</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Patina %1&lt;/h3&gt;&lt;p&gt;Visual surface inspection: trained on good parts only, it shows what is not as usual.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Patina %1&lt;/h3&gt;&lt;p&gt;Optische Oberflächenprüfung: nur mit Gutteilen trainiert, zeigt sie Fehlstellen als das, was vom Gewohnten abweicht.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Bereiche</translation>
    </message>
    <message>
        <source>&amp;Regions</source>
        <translation>B&amp;ereiche</translation>
    </message>
    <message>
        <source>New project: folder of its images</source>
        <translation>Neues Projekt: Ordner mit den Bildern</translation>
    </message>
    <message>
        <source>New project: file to make</source>
        <translation>Neues Projekt: Datei, die entsteht</translation>
    </message>
    <message>
        <source>Patina projects (*.patinaproj)</source>
        <translation>Patina-Projekte (*.patinaproj)</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>Projekt öffnen</translation>
    </message>
    <message>
        <source>Patina projects (*.patinaproj);;All files (*)</source>
        <translation>Patina-Projekte (*.patinaproj);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Every image that is flagged has been reviewed.</source>
        <translation>Jedes auffällige Bild ist geprüft.</translation>
    </message>
</context>
<context>
    <name>patina::MessageStrip</name>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>Meldung schließen</translation>
    </message>
</context>
<context>
    <name>patina::RegionListModel</name>
    <message>
        <source>not decided</source>
        <translation>nicht entschieden</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Area, px</source>
        <translation>Fläche, px</translation>
    </message>
    <message>
        <source>Peak</source>
        <translation>Spitze</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importiert</translation>
    </message>
</context>
<context>
    <name>patina::RegionPanel</name>
    <message>
        <source>The decision was not kept. %1</source>
        <translation>Die Entscheidung wurde nicht gespeichert. %1</translation>
    </message>
    <message>
        <source>Call the selected regions %1 (%2)</source>
        <translation>Die gewählten Bereiche %1 nennen (%2)</translation>
    </message>
    <message>
        <source>Nothing is flagged here, or the image is not scored yet.</source>
        <translation>Hier ist nichts auffällig, oder das Bild ist noch nicht bewertet.</translation>
    </message>
    <message numerus="yes">
        <source>%n regions are flagged. To decide what they are, make a project of the folder.</source>
        <translation>
            <numerusform>%n Bereich ist auffällig. Um zu entscheiden, was er ist, aus dem Ordner ein Projekt machen.</numerusform>
            <numerusform>%n Bereiche sind auffällig. Um zu entscheiden, was sie sind, aus dem Ordner ein Projekt machen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n regions are decided.</source>
        <translation>
            <numerusform>%1 von %n Bereich ist entschieden.</numerusform>
            <numerusform>%1 von %n Bereichen sind entschieden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n flagged images are reviewed.</source>
        <translation>
            <numerusform>%1 von %n auffälligen Bild ist geprüft.</numerusform>
            <numerusform>%1 von %n auffälligen Bildern sind geprüft.</numerusform>
        </translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Bereiche</translation>
    </message>
</context>
<context>
    <name>patina::Session</name>
    <message>
        <source>The folder %1 was not opened. %2</source>
        <translation>Der Ordner %1 wurde nicht geöffnet. %2</translation>
    </message>
    <message numerus="yes">
        <source>%n problems were found in the folder; the first: %1</source>
        <translation>
            <numerusform>Im Ordner wurde %n Auffälligkeit gefunden: %1</numerusform>
            <numerusform>Im Ordner wurden %n Auffälligkeiten gefunden; die erste: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The model %1 was not opened. %2</source>
        <translation>Das Modell %1 wurde nicht geöffnet. %2</translation>
    </message>
    <message>
        <source>The model is not calibrated: it gives scores, but no verdicts.</source>
        <translation>Das Modell ist nicht kalibriert: Es liefert Anomaliewerte, aber keine Urteile.</translation>
    </message>
    <message>
        <source>%1 cannot be shown. %2</source>
        <translation>%1 kann nicht gezeigt werden. %2</translation>
    </message>
    <message>
        <source>The heatmap cannot be shown. %1</source>
        <translation>Die Anomaliekarte kann nicht gezeigt werden. %1</translation>
    </message>
    <message>
        <source>All images are scored.</source>
        <translation>Alle Bilder sind bewertet.</translation>
    </message>
    <message>
        <source>%1 was not scored. %2</source>
        <translation>%1 wurde nicht bewertet. %2</translation>
    </message>
    <message numerus="yes">
        <source>%n images were not scored; they are marked in the list.</source>
        <translation>
            <numerusform>%n Bild wurde nicht bewertet; es ist in der Liste gekennzeichnet.</numerusform>
            <numerusform>%n Bilder wurden nicht bewertet; sie sind in der Liste gekennzeichnet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Scoring was cancelled; %1 of %2 images are done.</source>
        <translation>Die Bewertung wurde abgebrochen; %1 von %2 Bildern sind fertig.</translation>
    </message>
    <message>
        <source>The project %1 was not opened. %2</source>
        <translation>Das Projekt %1 wurde nicht geöffnet. %2</translation>
    </message>
    <message>
        <source>The project is open already.</source>
        <translation>Das Projekt ist schon offen.</translation>
    </message>
    <message>
        <source>The project can be read only: %1.</source>
        <translation>Das Projekt kann nur gelesen werden: %1.</translation>
    </message>
    <message>
        <source>It was not taken back. %1</source>
        <translation>Es wurde nicht zurückgenommen. %1</translation>
    </message>
    <message>
        <source>It was not made again. %1</source>
        <translation>Es wurde nicht wiederholt. %1</translation>
    </message>
    <message>
        <source>That the image is done was not kept. %1</source>
        <translation>Dass das Bild erledigt ist, wurde nicht gespeichert. %1</translation>
    </message>
    <message>
        <source>The thresholds were not kept. %1</source>
        <translation>Die Schwellwerte wurden nicht gespeichert. %1</translation>
    </message>
</context>
<context>
    <name>patina::ThresholdBar</name>
    <message>
        <source>%1 OK, %2 to review, %3 NG</source>
        <translation>%1 i.O., %2 zu prüfen, %3 n.i.O.</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Re&amp;ject</source>
        <translation>n.&amp;i.O.</translation>
    </message>
    <message>
        <source>Review threshold</source>
        <translation>Prüfschwellwert</translation>
    </message>
    <message>
        <source>Reject threshold</source>
        <translation>n.i.O.-Schwellwert</translation>
    </message>
    <message>
        <source>From this score on a person looks</source>
        <translation>Ab diesem Anomaliewert prüft ein Mensch</translation>
    </message>
    <message>
        <source>From this score on a part is NG</source>
        <translation>Ab diesem Anomaliewert ist ein Teil n.i.O.</translation>
    </message>
    <message>
        <source>Thresholds over the scores of the images</source>
        <translation>Schwellwerte über den Anomaliewerten der Bilder</translation>
    </message>
    <message>
        <source>Scores of all images; drag the review and the reject threshold</source>
        <translation>Anomaliewerte aller Bilder; Prüfschwellwert und n.i.O.-Schwellwert ziehen</translation>
    </message>
    <message>
        <source>Back to the thresholds that the model was calibrated to</source>
        <translation>Zurück zu den Schwellwerten, auf die das Modell kalibriert wurde</translation>
    </message>
</context>
<context>
    <name>patina::ZoneDialog</name>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>Zonen</translation>
    </message>
    <message>
        <source>What lies in a zone to ignore does not count. Where there are regions of interest, only what lies in one of them counts. Zones are drawn with the polygon or the rectangle.</source>
        <translation>Was in einer Ausschlusszone liegt, zählt nicht. Wo es Prüfbereiche (ROI) gibt, zählt nur, was in einem von ihnen liegt. Zonen werden mit dem Vieleck oder dem Rechteck gezeichnet.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Corners</source>
        <translation>Ecken</translation>
    </message>
    <message>
        <source>Region of interest</source>
        <translation>Prüfbereich (ROI)</translation>
    </message>
    <message>
        <source>Zone to ignore</source>
        <translation>Ausschlusszone</translation>
    </message>
    <message>
        <source>all images</source>
        <translation>alle Bilder</translation>
    </message>
</context>
</TS>
