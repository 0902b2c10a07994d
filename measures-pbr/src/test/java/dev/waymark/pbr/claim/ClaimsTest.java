package dev.waymark.pbr.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.family.Period;
import dev.waymark.pbr.scheme.CaseFile;
import dev.waymark.pbr.scheme.Scheme;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ClaimsTest {

    private static final Scheme PHASE_1 = CaseFile.scheme("troubled-families-1");
    private static final Period YEAR = Period.parse("2013/14");
    private static final LocalDate AS_AT = LocalDate.of(2014, 3, 31);

    /** A family whose anti-social behaviour ended; attached in 2013/14, its result pays 1,500 pounds. */
    private static CaseFile met() {
        return CaseFile.opened("2013-04-01").incident("asb", "", "2013-01-01");
    }

    private static Proposal propose(CaseFile file, LocalDate asAt, List<ClaimLine> ledger) {
        return Proposal.of(file.store(), PHASE_1, YEAR, asAt, ledger);
    }

    @Test
    void familyThatIsMetIsProposedForTheDayAfterWithItsFeeAndEvidence() {
        Proposal proposal = propose(met(), AS_AT, List.of());
        assertThat(proposal.lines())
                .containsExactly(new ClaimLine(
                        "F",
                        "troubled-families-1",
                        LocalDate.of(2014, 4, 1),
                        "crime-asb-education",
                        OptionalLong.of(150_000)));
        assertThat(proposal.evidence().get("F").decision()).isEqualTo("met");
    }

    @Test
    void secondProposalOfTheSameWindowGivesTheSameListAndALaterOneNone() {
        List<ClaimLine> ledger = propose(met(), AS_AT, List.of()).lines();
        Proposal again = propose(met(), AS_AT, ledger);
        assertThat(again.lines()).isEqualTo(ledger);
        assertThat(again.added()).isEmpty();
        assertThat(propose(met(), AS_AT.plusDays(30), ledger).lines()).isEmpty();
        assertThat(propose(met(), AS_AT.minusDays(30), ledger).lines()).isEmpty();
    }

    @Test
    void familyOnceClaimedIsNeverProposedAgainWhateverTheEpisode() {
        assertThat(propose(met().claim("troubled-families-1", "2014-01-01"), AS_AT, List.of())
                        .lines())
                .isEmpty();
        assertThat(propose(met().claim("troubled-families-1", "2012-06-01"), AS_AT, List.of())
                        .lines())
                .isEmpty();
        assertThat(propose(met().claim("troubled-families-1", "2014-04-01"), AS_AT, List.of())
                        .lines())
                .as("claimed after the as-at date")
                .isEmpty();
        assertThat(propose(met().claim("another", "2012-06-01"), AS_AT, List.of())
                        .lines())
                .hasSize(1);
    }

    /** The claims made are entered into the data, and the window is proposed once more. */
    @Test
    void proposalIsTheSameWhenTheDataHoldItsClaims() {
        List<ClaimLine> ledger = propose(met(), AS_AT, List.of()).lines();
        Proposal again = propose(met().claim("troubled-families-1", "2014-04-01"), AS_AT, ledger);
        assertThat(again.lines()).isEqualTo(ledger);
        assertThat(again.added()).isEmpty();
    }

    @Test
    void claimUnderOneSchemeDoesNotStandAgainstAnother() {
        List<ClaimLine> ofAnother =
                List.of(new ClaimLine("F", "another", LocalDate.of(2014, 4, 1), "r", OptionalLong.empty()));
        Proposal proposal = propose(met(), AS_AT, ofAnother);
        assertThat(proposal.lines()).extracting(ClaimLine::scheme).containsExactly("troubled-families-1");
        assertThat(proposal.added()).hasSize(1);
    }

    private static List<ClaimLine> claims(int count) {
        List<ClaimLine> claims = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            claims.add(new ClaimLine("f" + i, "s", AS_AT, "r", OptionalLong.empty()));
        }
        return claims;
    }

    @Test
    void sampleIsRoundedUpAndTheSameInWhateverOrderTheClaimsCome() {
        List<ClaimLine> claims = claims(21);
        List<ClaimLine> sample = AuditSample.draw(claims, BigDecimal.TEN, 7);
        assertThat(sample).hasSize(3).isSubsetOf(claims);
        List<ClaimLine> reversed = new ArrayList<>(claims);
        Collections.reverse(reversed);
        assertThat(AuditSample.draw(reversed, BigDecimal.TEN, 7)).isEqualTo(sample);
        assertThat(AuditSample.draw(claims, BigDecimal.valueOf(100), 7)).hasSize(21);
        assertThat(AuditSample.draw(List.of(), BigDecimal.TEN, 7)).isEmpty();
    }

    @Test
    void anotherSeedDrawsAnother() {
        assertThat(AuditSample.draw(claims(100), BigDecimal.TEN, 1))
                .isNotEqualTo(AuditSample.draw(claims(100), BigDecimal.TEN, 2));
    }

    @Test
    void shareOverAHundredIsRefused() {
        assertThatThrownBy(() -> AuditSample.draw(claims(1), BigDecimal.valueOf(101), 1))
                .hasMessage("WM-SHARE: the share 101 % is none. Give one above 0 and up to 100.");
    }
}
