namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>The day it is for doctors and the office: an hour or two before midnight in London it is tomorrow there.</summary>
public static class DutchDay
{
    public static DateOnly Of(TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeBySystemTimeZoneId(clock.GetUtcNow(), "Europe/Amsterdam").DateTime);
    }
}
