namespace ZorgverlenersPortaal.EpdSandbox.Hospital;

/// <summary>Where a made-up patient stands with the hospital on the day it is made.</summary>
internal enum StayKind
{
    Admitted,
    DischargedRecently,
    DischargedBefore,
    Planned,
    Outpatient,
}
