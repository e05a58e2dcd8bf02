using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CourseCnn.Questions.Forms;

/// <summary>
/// An exercise as a page can ask it where no C# runs. What the exercise says to each answer is asked of the exercise itself beforehand: to
/// each field's answers while the other fields are right.
/// </summary>
/// <param name="fields">What is asked for.</param>
/// <param name="check">Asks the exercise what it says to an answer for each field.</param>
sealed class ExerciseForm(IReadOnlyList<AnswerField> fields, Func<IReadOnlyList<string>, Feedback> check)
{
    /// <summary>Stands for the reader's own words in a reply.</summary>
    const string Answer = "{answer}";

    readonly List<string> sentences = [];

    internal string ToJson(Feedback hint, Feedback solution) => new JsonObject
    {
        ["fields"] = new JsonArray([.. fields.Select((field, index) => (JsonNode)Field(field, index))]),
        ["right"] = Refer(check([.. fields.Select(field => field.Right)]).Sentences),
        ["hint"] = Refer(hint.Sentences),
        ["solution"] = Refer(solution.Sentences),
        ["sentences"] = new JsonArray([.. sentences.Select(sentence => (JsonNode)sentence)]),
    }.ToJsonString(JsonSerializerOptions.Default);

    JsonObject Field(AnswerField field, int index)
    {
        var other = Replies(field.Wrong);
        var replies = new JsonObject();
        foreach (var candidate in field.Candidates())
        {
            // A right answer gets no reply of its own: the exercise answers once all are right.
            var reply = candidate == field.Right ? [] : Replies(candidate);
            if (!reply.SequenceEqual(other))
                replies[candidate] = Refer(reply);
        }

        return new JsonObject
        {
            ["label"] = field.Label,
            ["kind"] = JsonNamingPolicy.CamelCase.ConvertName(field.Kind.ToString()),
            ["options"] = field.Options,
            ["replies"] = replies,
            ["other"] = Refer(other),
        };

        List<string> Replies(string answer)
        {
            var feedback = check([.. fields.Select((each, i) => i == index ? answer : each.Right)]);
            return [.. feedback.Sentences.Select(sentence => WithoutAnswer(sentence, answer))];
        }
    }

    /// <summary>Numbers are told as they are or with thousands separators.</summary>
    static string WithoutAnswer(string sentence, string answer) =>
        int.TryParse(answer, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? Replace(Replace(sentence, number.ToString("N0", CultureInfo.InvariantCulture)), answer)
        : answer.Length > 1 ? sentence.Replace(answer, Answer, StringComparison.Ordinal) : sentence;

    /// <summary>Only at the start of what is said about it, where an exercise repeats what it was given.</summary>
    static string Replace(string sentence, string number) => sentence.Replace($": {number} ", $": {Answer} ", StringComparison.Ordinal);

    /// <summary>Each sentence is written down once.</summary>
    JsonArray Refer(IEnumerable<string> said)
    {
        var numbers = new JsonArray();
        foreach (var sentence in said)
        {
            if (!sentences.Contains(sentence))
                sentences.Add(sentence);
            numbers.Add((JsonNode)sentences.IndexOf(sentence));
        }
        return numbers;
    }
}
