using System.Globalization;
using ZorgverlenersPortaal.Dossier.Review;

namespace ZorgverlenersPortaal.Portal.Commands;

/// <summary>The days a command is about: <c>--from 2026-01-01 --to 2026-03-31</c>, both themselves a part of it.</summary>
internal static class CommandDays
{
    /// <summary>They have to be given.</summary>
    public static ReviewPeriod Required(CommandInput input)
    {
        var days = input.Required("from", "to").Select(text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is >= 2000 and < 9000 ? day : throw new CommandException($"'{text}' is no day: write it as 2026-03-31.")).ToList();
        return days[0] <= days[1] ? new(days[0], days[1]) : throw new CommandException("--to lies before --from.");
    }

    /// <summary>Both or neither.</summary>
    public static ReviewPeriod? Optional(CommandInput input) => input.Names("from") || input.Names("to") ? Required(input) : null;
}
