package dev.waymark.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.waymark.family.FamilyCase;
import dev.waymark.figure.Dimensions;
import dev.waymark.figure.Figure;
import dev.waymark.figure.Figures;
import dev.waymark.measure.Counting;
import dev.waymark.measure.Explanation;
import dev.waymark.measure.MeasureSpec;
import dev.waymark.measure.OutcomeMeasure;
import dev.waymark.measure.StateCodec;
import dev.waymark.measure.Whole;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.anytown.Closings;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Measures that are broken on purpose, each in one way: the laws must catch them, and let a sound one pass. */
class BrokenMeasuresTest {

    /** Runs a contract as JUnit would, and gives what broke: the laws with their messages. */
    private static TreeMap<String, String> broken(Class<? extends OutcomeMeasureContract> contract) {
        TreeMap<String, String> broken = new TreeMap<>();
        List<String> run = new ArrayList<>();
        Launcher launcher = LauncherFactory.create();
        launcher.execute(
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectClass(contract))
                        .build(),
                new TestExecutionListener() {
                    @Override
                    public void executionFinished(
                            TestIdentifier test, org.junit.platform.engine.TestExecutionResult result) {
                        if (test.isTest()) {
                            String law = test.getDisplayName().replace("()", "");
                            run.add(law);
                            result.getThrowable().ifPresent(thrown -> broken.put(law, thrown.getMessage()));
                        }
                    }
                });
        assertThat(run).as("the laws that were tried").hasSize(10);
        assertThat(broken.values())
                .as("messages, which name the seed")
                .allMatch(message -> message.matches("(?s)seed (\\d): .* \\(-Dwaymark\\.seed=\\1 tries it alone\\)"));
        return broken;
    }

    abstract static class Contract extends OutcomeMeasureContract {
        @Override
        protected Family family(RandomGenerator random) {
            return Families.any(random);
        }
    }

    private static MeasureSpec spec(String id) {
        return MeasureSpec.of("anytown." + id, "1", "Episodes of a family", "Anytown plan 2016, page 4");
    }

    static class SoundContract extends Contract {
        @Override
        protected OutcomeMeasure<?> measure() {
            return new ClosedFamilies();
        }
    }

    @Test
    void soundMeasureKeepsAllLaws() {
        assertThat(broken(SoundContract.class)).isEmpty();
    }

    /** The mean number of episodes, as a measure with a state of its own would have it. */
    private static class MeanEpisodes implements OutcomeMeasure<MeanEpisodes.State>, Counting<MeanEpisodes.State> {

        static class State {
            long families;
            long episodes;
        }

        @Override
        public MeasureSpec spec() {
            return BrokenMeasuresTest.spec("mean-episodes");
        }

        @Override
        public Counting<State> counting() {
            return this;
        }

        @Override
        public State newState() {
            return new State();
        }

        @Override
        public void accept(State state, FamilyCase family) {
            if (!family.episodes().isEmpty()) {
                state.families++;
                state.episodes += family.episodes().size();
            }
        }

        @Override
        public State merge(State left, State right) {
            left.families += right.families;
            left.episodes += right.episodes;
            return left;
        }

        @Override
        public List<Figure> finish(State state, Whole<State> whole) {
            Figures figures = Figures.of(spec().id(), whole.tables());
            figures.relative("episodes", Dimensions.NONE, state.episodes, state.families, "families with an episode");
            return figures.list();
        }

        @Override
        public StateCodec<State> codec() {
            return new StateCodec<>() {
                @Override
                public byte[] encode(State state) {
                    return ByteBuffer.allocate(16)
                            .putLong(state.families)
                            .putLong(state.episodes)
                            .array();
                }

                @Override
                public State decode(byte[] bytes) {
                    ByteBuffer buffer = ByteBuffer.wrap(bytes);
                    State state = new State();
                    state.families = buffer.getLong();
                    state.episodes = buffer.getLong();
                    return state;
                }
            };
        }
    }

    static class MeanEpisodesContract extends Contract {
        @Override
        protected OutcomeMeasure<?> measure() {
            return new MeanEpisodes();
        }
    }

    @Test
    void soundMeasureWithAStateOfItsOwnKeepsAllLaws() {
        assertThat(broken(MeanEpisodesContract.class)).isEmpty();
    }

    /** Episodes against families, in a figure in which a family with one episode counts and changes nothing alone. */
    private abstract static class OneFigure extends MeanEpisodes {
        @Override
        public List<Figure> finish(State state, Whole<State> whole) {
            Figures figures = Figures.of(spec().id(), whole.tables());
            write(state.families, state.episodes, figures);
            return figures.list();
        }

        abstract void write(long families, long episodes, Figures figures);
    }

    static class OnlyPointsContract extends Contract {
        @Override
        protected OutcomeMeasure<?> measure() {
            return new OneFigure() {
                @Override
                void write(long families, long episodes, Figures figures) {
                    figures.points("change", Dimensions.NONE, families, episodes, families, "families with episodes");
                }
            };
        }
    }

    static class OnlyPoundsEachContract extends Contract {
        @Override
        protected OutcomeMeasure<?> measure() {
            return new OneFigure() {
                @Override
                void write(long families, long episodes, Figures figures) {
                    long more = episodes - families;
                    figures.poundsEach("cost", Dimensions.NONE, more, families, "families with episodes");
                }
            };
        }
    }

    static class OnlyRelativeContract extends Contract {
        @Override
        protected OutcomeMeasure<?> measure() {
            return new OneFigure() {
                @Override
                void write(long families, long episodes, Figures figures) {
                    figures.relative(
                            "ratio", Dimensions.NONE, families, episodes - families, "episodes after the first");
                }
            };
        }
    }

    @Test
    void soundMeasuresOfOneFigureKeepAllLawsWhateverItsKind() {
        assertThat(broken(OnlyPointsContract.class)).isEmpty();
        assertThat(broken(OnlyPoundsEachContract.class)).isEmpty();
        assertThat(broken(OnlyRelativeContract.class)).isEmpty();
    }

    /** Merges rounded means: two halves of a council no longer give the whole. */
    static class MeanOfMeansContract extends Contract {
        @Override
        protected OutcomeMeasure<?> measure() {
            return new MeanEpisodes() {
                @Override
                public State merge(State left, State right) {
                    if (left.families == 0 || right.families == 0) {
                        return super.merge(left, right);
                    }
                    left.episodes = (left.episodes / left.families + right.episodes / right.families) / 2;
                    left.families = 1;
                    return left;
                }
            };
        }
    }

    @Test
    void meanOfMeansIsCaughtBySplitting() {
        assertThat(broken(MeanOfMeansContract.class))
                .containsOnlyKeys("anySplitOrderAndGroupingGivesTheSameFigures", "familiesMayFollowAMerge")
                .hasEntrySatisfying(
                        "anySplitOrderAndGroupingGivesTheSameFigures",
                        message -> assertThat(message)
                                .startsWith("seed ")
                                .contains("merged in another order and grouping, give other figures: expected"
                                        + " anytown.mean-episodes/episodes{} = ")
                                .contains("-Dwaymark.seed="));
    }

    /** Counts into the measure and not into the state, as if there were only one thread and one run. */
    static class CountsInAFieldContract extends Contract {
        private final MeanEpisodes measure = new MeanEpisodes() {
            private final State own = new State();

            @Override
            public State newState() {
                return own;
            }
        };

        @Override
        protected OutcomeMeasure<?> measure() {
            return measure;
        }
    }

    @Test
    void countsKeptInAFieldAreCaughtAsShared() {
        assertThat(broken(CountsInAFieldContract.class)).containsKey("statesShareNothing");
    }

    /** Begins to count at one, as if somebody had been there already: every part adds a family that nobody is. */
    static class BeginsAtOneContract extends Contract {
        @Override
        protected OutcomeMeasure<?> measure() {
            return new MeanEpisodes() {
                @Override
                public State newState() {
                    State state = super.newState();
                    state.families = 1;
                    return state;
                }
            };
        }
    }

    @Test
    void stateThatDoesNotBeginEmptyIsCaught() {
        assertThat(broken(BeginsAtOneContract.class))
                .containsKeys(
                        "emptyStateIsTheIdentityOfMerge",
                        "anySplitOrderAndGroupingGivesTheSameFigures",
                        "familiesMayFollowAMerge")
                .doesNotContainKeys("finishIsPure", "stateThatIsWrittenAndReadIsTheSame", "statesShareNothing");
    }

    /** Takes the right state's counts for all where the left one has none of its own, and forgets those it merged. */
    static class LosesWhatAnEmptyStateMeetsContract extends Contract {
        @Override
        protected OutcomeMeasure<?> measure() {
            return new MeanEpisodes() {
                @Override
                public State merge(State left, State right) {
                    return left.families == 0 ? left : super.merge(left, right);
                }
            };
        }
    }

    @Test
    void countsLostInAMergeWithAnEmptyStateAreCaught() {
        assertThat(broken(LosesWhatAnEmptyStateMeetsContract.class))
                .containsKey("emptyStateIsTheIdentityOfMerge")
                .hasEntrySatisfying(
                        "emptyStateIsTheIdentityOfMerge",
                        message -> assertThat(message).contains("merging an empty state with counts changes them"));
    }

    /** Keeps what the last family that it saw had: a sum that depends on the order. */
    static class KeepsTheLastContract extends Contract {
        @Override
        protected OutcomeMeasure<?> measure() {
            return new MeanEpisodes() {
                @Override
                public void accept(State state, FamilyCase family) {
                    if (!family.episodes().isEmpty()) {
                        state.families = 1;
                        state.episodes = family.episodes().size();
                    }
                }

                @Override
                public State merge(State left, State right) {
                    return right.families > 0 ? right : left;
                }
            };
        }
    }

    @Test
    void countThatDependsOnTheOrderIsCaughtByShufflingAlone() {
        assertThat(broken(KeepsTheLastContract.class))
                .containsKey("anySplitOrderAndGroupingGivesTheSameFigures")
                .doesNotContainKeys("emptyStateIsTheIdentityOfMerge", "familiesMayFollowAMerge");
    }

    /** Closes its books when two states are merged: families that come later are not written in. */
    static class ClosesItsBooksContract extends Contract {
        private final MeanEpisodes measure = new MeanEpisodes() {
            private final Set<State> closed = Collections.newSetFromMap(new IdentityHashMap<>());

            @Override
            public void accept(State state, FamilyCase family) {
                if (!closed.contains(state)) {
                    super.accept(state, family);
                }
            }

            @Override
            public State merge(State left, State right) {
                State merged = super.merge(left, right);
                closed.add(merged);
                return merged;
            }
        };

        @Override
        protected OutcomeMeasure<?> measure() {
            return measure;
        }
    }

    @Test
    void stateThatTakesNoFamilyAfterAMergeIsCaughtByThatLawAlone() {
        assertThat(broken(ClosesItsBooksContract.class)).containsOnlyKeys("familiesMayFollowAMerge");
    }

    /** Leaves the figure out where there is nobody to count: a district without families has no row for it. */
    static class LeavesOutEmptyFiguresContract extends Contract {
        @Override
        protected OutcomeMeasure<?> measure() {
            return new MeanEpisodes() {
                @Override
                public List<Figure> finish(State state, Whole<State> whole) {
                    return state.families == 0 && whole.state().families > 0 ? List.of() : super.finish(state, whole);
                }
            };
        }
    }

    @Test
    void figureThatIsLeftOutOfAPartIsCaughtByThatLawAlone() {
        assertThat(broken(LeavesOutEmptyFiguresContract.class))
                .containsKey("everyPartOfTheWholeHasTheSameFigures")
                .doesNotContainKeys(
                        "emptyStateIsTheIdentityOfMerge",
                        "anySplitOrderAndGroupingGivesTheSameFigures",
                        "familiesMayFollowAMerge",
                        "stateThatIsWrittenAndReadIsTheSame",
                        "figuresHaveNamesOfTheirOwnABaseAndASource");
    }

    /** Lets go of its counts when the figures are made, so that a second stratum or a later family finds none. */
    static class ConsumesItsStateContract extends Contract {
        @Override
        protected OutcomeMeasure<?> measure() {
            return new MeanEpisodes() {
                @Override
                public List<Figure> finish(State state, Whole<State> whole) {
                    List<Figure> figures = super.finish(state, whole);
                    state.episodes = 0;
                    state.families = 0;
                    return figures;
                }
            };
        }
    }

    @Test
    void stateConsumedByTheFiguresIsCaught() {
        assertThat(broken(ConsumesItsStateContract.class)).containsKey("finishIsPure");
    }

    /** Writes one of its two counts down. */
    static class ForgetsWhenWrittenContract extends Contract {
        @Override
        protected OutcomeMeasure<?> measure() {
            return new MeanEpisodes() {
                @Override
                public StateCodec<State> codec() {
                    StateCodec<State> whole = super.codec();
                    return new StateCodec<>() {
                        @Override
                        public byte[] encode(State state) {
                            State half = new State();
                            half.families = state.families;
                            return whole.encode(half);
                        }

                        @Override
                        public State decode(byte[] bytes) {
                            return whole.decode(bytes);
                        }
                    };
                }
            };
        }
    }

    @Test
    void countThatIsNotWrittenDownIsCaught() {
        assertThat(broken(ForgetsWhenWrittenContract.class))
                .containsKey("stateThatIsWrittenAndReadIsTheSame")
                .doesNotContainKeys("emptyStateIsTheIdentityOfMerge", "familiesMayFollowAMerge");
    }

    /** Explains by a rule of its own, which has drifted from the rule that counts. */
    static class ExplainsOtherwiseContract extends Contract {
        @Override
        protected OutcomeMeasure<?> measure() {
            return new MeanEpisodes() {
                @Override
                public Explanation explain(FamilyCase family) {
                    return family.isWorkedWith()
                            ? super.explain(family)
                            : new Explanation(spec().id(), family.familyId(), List.of(), List.of(), List.of());
                }
            };
        }
    }

    @Test
    void explanationByAnotherRuleIsCaught() {
        assertThat(broken(ExplainsOtherwiseContract.class))
                .containsOnlyKeys("explanationAgreesWithTheFiguresFamilyByFamily")
                .hasEntrySatisfying(
                        "explanationAgreesWithTheFiguresFamilyByFamily",
                        message -> assertThat(message).contains("is explained otherwise than it counts"));
    }

    /** Names its figure by how many families there are, which one family alone does not show. */
    static class NamesByTheCountsContract extends Contract {
        @Override
        protected OutcomeMeasure<?> measure() {
            return new MeanEpisodes() {
                @Override
                public List<Figure> finish(State state, Whole<State> whole) {
                    Figures figures = Figures.of(spec().id(), whole.tables());
                    figures.count(
                            "families",
                            whole.state().families > 1 ? Dimensions.of("of", "several") : Dimensions.NONE,
                            state.families,
                            "families with episodes");
                    return figures.list();
                }
            };
        }
    }

    @Test
    void explanationByAFigureThatTheReportDoesNotHaveIsCaught() {
        assertThat(broken(NamesByTheCountsContract.class))
                .containsOnlyKeys("explanationAgreesWithTheFiguresFamilyByFamily")
                .hasEntrySatisfying(
                        "explanationAgreesWithTheFiguresFamilyByFamily",
                        message -> assertThat(message)
                                .contains("is explained by anytown.mean-episodes/families{}, which the report does not"
                                        + " have"));
    }

    /** Counts whoever is not closed as still open, a family without any episode too. */
    static class CountsTheAbsentContract extends Contract {
        @Override
        protected OutcomeMeasure<?> measure() {
            return new MeanEpisodes() {
                @Override
                public void accept(State state, FamilyCase family) {
                    state.families++;
                    state.episodes += family.isClosed() ? 0 : 1;
                }
            };
        }
    }

    @Test
    void familyWithoutRecordsThatCountsIsCaught() {
        assertThat(broken(CountsTheAbsentContract.class)).containsOnlyKeys("familyWithoutRecordsChangesNoNumerator");
    }

    /** Names a figure twice. */
    static class NamesTwiceContract extends Contract {
        @Override
        protected OutcomeMeasure<?> measure() {
            return new MeanEpisodes() {
                @Override
                public List<Figure> finish(State state, Whole<State> whole) {
                    List<Figure> twice = new ArrayList<>(super.finish(state, whole));
                    twice.addAll(super.finish(state, whole));
                    return twice;
                }
            };
        }
    }

    /** Names a base in one word, which says nothing of whom. */
    static class NamesNoBaseContract extends Contract {
        @Override
        protected OutcomeMeasure<?> measure() {
            return new MeanEpisodes() {
                @Override
                public List<Figure> finish(State state, Whole<State> whole) {
                    Figures figures = Figures.of(spec().id(), whole.tables());
                    figures.relative("episodes", Dimensions.NONE, state.episodes, state.families, "families");
                    return figures.list();
                }
            };
        }
    }

    static class ThrowsAtAFamilyContract extends Contract {
        @Override
        protected OutcomeMeasure<?> measure() {
            return new MeanEpisodes() {
                @Override
                public void accept(State state, FamilyCase family) {
                    if (family.familyId().equals(MeasureLaws.WITHOUT_RECORDS)) {
                        throw new NullPointerException();
                    }
                    super.accept(state, family);
                }
            };
        }
    }

    static class ThrowsAtTheEndContract extends Contract {
        @Override
        protected OutcomeMeasure<?> measure() {
            return new MeanEpisodes() {
                @Override
                public List<Figure> finish(State state, Whole<State> whole) {
                    throw new NoSuchMethodError("anytown");
                }
            };
        }
    }

    @Test
    void whatAMeasureThrowsIsNamedWithItsClassAndTheFamily() {
        assertThat(broken(ThrowsAtAFamilyContract.class).values())
                .hasSize(10)
                .allMatch(message -> message.startsWith("seed 0: " + ThrowsAtAFamilyContract.class.getName()
                        + "$1 throws java.lang.NullPointerException at family " + MeasureLaws.WITHOUT_RECORDS
                        + " (-D"));
        assertThat(broken(ThrowsAtTheEndContract.class).values())
                .hasSize(10)
                .allMatch(message -> message.startsWith("seed 0: " + ThrowsAtTheEndContract.class.getName()
                        + "$1 throws java.lang.NoSuchMethodError: anytown (-D"));
    }

    /** Counts no more than ten families: too few for the small councils to show. */
    static class CountsUpToTenContract extends Contract {
        @Override
        protected OutcomeMeasure<?> measure() {
            return new MeanEpisodes() {
                @Override
                public void accept(State state, FamilyCase family) {
                    if (state.families < 10) {
                        super.accept(state, family);
                    }
                }
            };
        }
    }

    @Test
    void ruleThatOnlyManyFamiliesBreakIsCaughtByTheLargeCouncil() {
        assertThat(broken(CountsUpToTenContract.class))
                .containsKeys("anySplitOrderAndGroupingGivesTheSameFigures", "familiesMayFollowAMerge")
                .allSatisfy((law, message) -> assertThat(message).startsWith("seed 9: "));
    }

    /** Calls a dimension as a stratum is called. */
    static class NamesAStratumContract extends Contract {
        @Override
        protected OutcomeMeasure<?> measure() {
            return new MeanEpisodes() {
                @Override
                public List<Figure> finish(State state, Whole<State> whole) {
                    Figures figures = Figures.of(spec().id(), whole.tables());
                    figures.count(
                            "episodes", Dimensions.of("service", "all"), state.episodes, "families with episodes");
                    return figures.list();
                }
            };
        }
    }

    @Test
    void dimensionWithTheNameOfAStratumIsCaught() {
        assertThat(broken(NamesAStratumContract.class))
                .containsOnlyKeys("figuresHaveNamesOfTheirOwnABaseAndASource")
                .hasEntrySatisfying(
                        "figuresHaveNamesOfTheirOwnABaseAndASource",
                        message ->
                                assertThat(message).contains("has a dimension 'service', by which reports are split"));
    }

    static class OfAThirdPartyContract extends Contract {
        @Override
        protected OutcomeMeasure<?> measure() {
            return new Closings("anytown.closings");
        }
    }

    static class WithoutAPrefixContract extends Contract {
        @Override
        protected OutcomeMeasure<?> measure() {
            return new Closings("closings");
        }
    }

    static class WithAReservedPrefixContract extends Contract {
        @Override
        protected OutcomeMeasure<?> measure() {
            return new Closings("familystar.closings");
        }
    }

    @Test
    void idThatNoCatalogTakesIsCaught() {
        assertThat(broken(OfAThirdPartyContract.class)).isEmpty();
        assertThat(broken(WithoutAPrefixContract.class))
                .containsOnlyKeys("figuresHaveNamesOfTheirOwnABaseAndASource")
                .hasEntrySatisfying(
                        "figuresHaveNamesOfTheirOwnABaseAndASource",
                        message -> assertThat(message)
                                .contains("WM-MEASURE-ID: the id 'closings' of org.anytown.Closings (test-classes) has"
                                        + " no prefix."));
        assertThat(broken(WithAReservedPrefixContract.class))
                .containsOnlyKeys("figuresHaveNamesOfTheirOwnABaseAndASource");
    }

    @Test
    void baseThatIsNotInWordsIsCaught() {
        assertThat(broken(NamesNoBaseContract.class))
                .containsOnlyKeys("figuresHaveNamesOfTheirOwnABaseAndASource")
                .hasEntrySatisfying(
                        "figuresHaveNamesOfTheirOwnABaseAndASource",
                        message -> assertThat(message).contains("has no base in words"));
    }

    @Test
    void figureNamedTwiceIsCaught() {
        assertThat(broken(NamesTwiceContract.class)).containsOnlyKeys("figuresHaveNamesOfTheirOwnABaseAndASource");
    }
}
