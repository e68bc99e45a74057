"""What an independent validator finds wrong with a PDF, as PDF/UA-1 and as PDF/A-3a."""

import page

PROFILES = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A)


def faults_of(content: bytes) -> list[str]:
    """Return a sentence for each fault; none where the file is accessible and archival."""
    reports = [page.validate_pdf_bytes(content, profile=profile) for profile in PROFILES]
    found = [f"{report.profile}: {each.rule_id}: {each.message}" for report in reports for each in report.failures]
    return found or [f"{report.profile}: not compliant" for report in reports if not report.is_compliant]
