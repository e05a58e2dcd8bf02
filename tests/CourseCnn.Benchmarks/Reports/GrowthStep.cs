namespace CourseCnn.Benchmarks.Reports;

/// <summary>By how much both libraries' times grew when something did.</summary>
sealed record GrowthStep(string What, string From, double Ours, double Libtorch);
