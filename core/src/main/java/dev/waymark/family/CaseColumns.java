package dev.waymark.family;

import dev.waymark.data.RowReader;
import dev.waymark.star.Star;
import dev.waymark.store.Answers;
import dev.waymark.store.ByteColumn;
import dev.waymark.store.CaseStore;
import dev.waymark.store.Dictionary;
import dev.waymark.store.IntColumn;
import dev.waymark.store.LongColumn;
import dev.waymark.store.StoredTable;
import java.util.List;
import java.util.stream.IntStream;

/** The columns of a store by the names of the case, found once for any number of threads. */
final class CaseColumns {

    static final int NONE = RowReader.NONE;
    static final byte NO_SCORE = RowReader.NO_SCORE;
    static final long NO_AMOUNT = RowReader.NO_AMOUNT;

    final CaseStore store;
    final List<String> tablesPresent;
    final Star[] stars;
    final StoredTable families;
    final IntColumn district;
    final Dictionary districts;
    final StoredTable members;
    final IntColumn birth;
    final ByteColumn sex;
    final List<String> sexes;
    final IntColumn ethnicity;
    final Dictionary ethnicities;
    final StoredTable episodes;
    final IntColumn service;
    final Dictionary services;
    final IntColumn opened;
    final IntColumn closed;
    final IntColumn worker;
    final Dictionary workers;
    final StoredTable readings;
    final IntColumn readingDate;
    final ByteColumn readingKind;
    final ByteColumn readingStar;
    final ByteColumn scores;
    final StoredTable forms;
    final IntColumn formIndividual;
    final IntColumn formDate;
    final ByteColumn formKind;
    final Answers answers;
    final Dictionary issues;
    /** The place of the headline need that each issue of the data shows, or -1. */
    final int[] needOfIssue;
    /** The issues of the data that show each headline need. */
    final List<AskedIssues> issuesOfNeeds;

    final StoredTable terms;
    final IntColumn termIndividual;
    final IntColumn termEnd;
    final IntColumn sessionsPossible;
    final IntColumn sessionsAbsent;
    final IntColumn sessionsUnauthorised;
    final IntColumn fixedExclusions;
    final StoredTable incidents;
    final IntColumn incidentIndividual;
    final IntColumn incidentDate;
    final ByteColumn incidentKind;
    final IntColumn followedUpOn;
    final StoredTable spells;
    final IntColumn spellIndividual;
    final ByteColumn spellKind;
    final IntColumn spellType;
    final Dictionary spellTypes;
    final IntColumn spellStart;
    final IntColumn spellEnd;
    final StoredTable claims;
    final IntColumn claimScheme;
    final Dictionary schemes;
    final IntColumn claimedOn;
    final IntColumn claimRoute;
    final Dictionary routes;
    final LongColumn claimAmount;

    CaseColumns(CaseStore store) {
        this.store = store;
        tablesPresent = store.tablesPresent();
        stars = store.stars().toArray(Star[]::new); // an array, as every reading is asked for its Star
        families = store.table("families");
        district = families.ints("district");
        districts = families.dictionary("district");
        members = store.table("individuals");
        birth = members.ints("birth_date");
        sex = members.words("sex");
        sexes = members.format().column("sex").orElseThrow().words();
        ethnicity = members.ints("ethnicity");
        ethnicities = members.dictionary("ethnicity");
        episodes = store.table("episodes");
        service = episodes.ints("service");
        services = episodes.dictionary("service");
        opened = episodes.ints("opened");
        closed = episodes.ints("closed");
        worker = episodes.ints("worker_id");
        workers = episodes.dictionary("worker_id");
        readings = store.table("star_readings");
        readingDate = readings.ints("date");
        readingKind = readings.words("kind");
        readingStar = readings.words("star");
        scores = readings.scores();
        forms = store.table("assessments");
        formIndividual = forms.ints("individual_id");
        formDate = forms.ints("date");
        formKind = forms.words("kind");
        answers = store.table("findings").answers();
        issues = store.table("findings").dictionary("issue");
        needOfIssue = issues.texts().stream()
                .mapToInt(issue -> store.taxonomy().needOf(issue))
                .toArray();
        issuesOfNeeds = IntStream.range(0, store.taxonomy().needs().size())
                .mapToObj(need -> new AskedIssues(
                        issues.texts(), issue -> store.taxonomy().needOf(issue) == need))
                .toList();
        terms = store.table("school_terms");
        termIndividual = terms.ints("individual_id");
        termEnd = terms.ints("term_end");
        sessionsPossible = terms.ints("sessions_possible");
        sessionsAbsent = terms.ints("sessions_absent");
        sessionsUnauthorised = terms.ints("sessions_unauthorised");
        fixedExclusions = terms.ints("fixed_exclusions");
        incidents = store.table("incidents");
        incidentIndividual = incidents.ints("individual_id");
        incidentDate = incidents.ints("date");
        incidentKind = incidents.words("kind");
        followedUpOn = incidents.ints("followed_up_on");
        spells = store.table("spells");
        spellIndividual = spells.ints("individual_id");
        spellKind = spells.words("kind");
        spellType = spells.ints("type");
        spellTypes = spells.dictionary("type");
        spellStart = spells.ints("start");
        spellEnd = spells.ints("end");
        claims = store.table("claims");
        claimScheme = claims.ints("scheme");
        schemes = claims.dictionary("scheme");
        claimedOn = claims.ints("claimed_on");
        claimRoute = claims.ints("route");
        routes = claims.dictionary("route");
        claimAmount = claims.pence("amount");
    }
}
